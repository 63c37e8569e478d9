/** The little of WebAssembly that the schema engine needs: Node has it, its types come only with those of a browser. */
declare namespace WebAssembly {
  type Module = object;
  type Exports = Record<string, unknown>;
  type ModuleImports = Record<string, unknown>;
  function compile(bytes: Uint8Array): Promise<Module>;
  function instantiate(module: Module, imports: Record<string, ModuleImports>): Promise<{ exports: Exports }>;
}
