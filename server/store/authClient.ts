import type { Database } from './database';

/** What the sign-in library's adapter asks of a table; it has checked the rows against its own schema. */
interface Table {
  findFirst(args: object): Promise<unknown>;
  findMany(args: object): Promise<unknown[]>;
  count(args: object): Promise<number>;
  create(args: object): Promise<unknown>;
  update(args: object): Promise<unknown>;
  updateMany(args: object): Promise<{ count: number }>;
  delete(args: object): Promise<unknown>;
  deleteMany(args: object): Promise<{ count: number }>;
}
const tables = ['account', 'authSession', 'credential'] as const;
export type AuthClient = Record<(typeof tables)[number], Table>;

/** The library's three tables as a Prisma client would show them, reading and writing as everything else here does. */
export function authClient(db: Database): AuthClient {
  const table = (name: (typeof tables)[number]): Table => {
    // One shape for three delegates, whose types have no common caller.
    const of = (client: object): Table => (client as AuthClient)[name];
    return {
      findFirst: (args) => db.read((client) => of(client).findFirst(args)),
      findMany: (args) => db.read((client) => of(client).findMany(args)),
      count: (args) => db.read((client) => of(client).count(args)),
      create: (args) => db.write((client) => of(client).create(args)),
      update: (args) => db.write((client) => of(client).update(args)),
      updateMany: (args) => db.write((client) => of(client).updateMany(args)),
      delete: (args) => db.write((client) => of(client).delete(args)),
      deleteMany: (args) => db.write((client) => of(client).deleteMany(args)),
    };
  };
  return { account: table('account'), authSession: table('authSession'), credential: table('credential') };
}
