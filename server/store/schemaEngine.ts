import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import {
  bindMigrationAwareSqlAdapterFactory,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils';
import type { SchemaEngine } from '@prisma/schema-engine-wasm';

type EngineModule = typeof import('@prisma/schema-engine-wasm') & {
  __wbg_set_wasm(exports: WebAssembly.Exports): void;
};

let loaded: Promise<EngineModule> | undefined;

/** The engine's glue code, with its WebAssembly instantiated: plain Node cannot import a `.wasm` file. */
async function load(): Promise<EngineModule> {
  const glueFile = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg');
  const glue = (await import('@prisma/schema-engine-wasm/schema_engine_bg')) as EngineModule;
  const wasm = await WebAssembly.compile(
    await readFile(path.join(path.dirname(glueFile), 'schema_engine_bg.wasm')),
  );
  const { exports } = await WebAssembly.instantiate(wasm, {
    './schema_engine_bg.js': glue as unknown as WebAssembly.ModuleImports,
  });
  glue.__wbg_set_wasm(exports);
  (exports.__wbindgen_start as () => void)();
  return glue;
}

/**
 * Hands Prisma's schema engine, in WebAssembly and from the package registry, to `use`. Its `applyMigrations` and
 * `diff` work; `createMigration` and `devDiagnostic` do not (no shadow database). The engine locks the file for itself
 * and closes nothing, so its connections are closed here.
 */
export async function withSchemaEngine<T>(
  adapter: SqlMigrationAwareDriverAdapterFactory,
  use: (engine: SchemaEngine) => Promise<T>,
): Promise<T> {
  loaded ??= load();
  const { SchemaEngine: Engine } = await loaded;
  const opened: SqlDriverAdapter[] = [];
  const kept = async (connecting: Promise<SqlDriverAdapter>): Promise<SqlDriverAdapter> => {
    const connection = await connecting;
    opened.push(connection);
    return connection;
  };
  const factory: SqlMigrationAwareDriverAdapterFactory = {
    provider: adapter.provider,
    adapterName: adapter.adapterName,
    connect: () => kept(adapter.connect()),
    connectToShadowDb: () => kept(adapter.connectToShadowDb()),
  };
  const engine = await Engine.new(
    { datamodels: undefined },
    () => undefined,
    bindMigrationAwareSqlAdapterFactory(factory),
  );
  try {
    return await use(engine);
  } finally {
    engine.free();
    await Promise.all(opened.map((connection) => connection.dispose()));
  }
}
