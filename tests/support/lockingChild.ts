import { lockDatabase } from '@/server/store/lock';

/** Takes the lock of the database given and holds it until killed; prints `locked`. */
await lockDatabase(process.argv[2] ?? '');
process.stdout.write('locked\n');
setInterval(() => undefined, 60_000);
