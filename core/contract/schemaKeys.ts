import type { z } from 'zod';

/** The names that an object at this path of a schema may have; of all forms that it may have, where there are several. */
export function keysAt(schema: z.core.$ZodType, path: readonly PropertyKey[]): Set<string> {
  let parts = formsOf(schema);
  for (const key of path) parts = parts.flatMap((part) => insideOf(part, String(key)).flatMap(formsOf));
  return new Set(parts.flatMap((part) => Object.keys(shapeOf(part))));
}

/** Where in a schema an object may have this name: `requests`, `recipients.voice`; empty for the outermost one. */
export function placesOf(schema: z.core.$ZodType, name: string, path: readonly string[] = []): string[] {
  const found = formsOf(schema).flatMap((part) => {
    const shape = shapeOf(part);
    const here = Object.hasOwn(shape, name) ? [path.join('.')] : [];
    const named = Object.entries(shape).flatMap(([key, inner]) => placesOf(inner, name, [...path, key]));
    return [...here, ...named, ...memberOf(part).flatMap((inner) => placesOf(inner, name, path))];
  });
  return [...new Set(found)];
}

/** The schema itself, without what is round it, or each of those it is a choice of. */
function formsOf(schema: z.core.$ZodType): z.core.$ZodType[] {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  switch (def.type) {
    case 'optional':
    case 'nullable':
    case 'default':
    case 'prefault':
    case 'readonly':
      return formsOf(def.innerType);
    case 'union':
      return def.options.flatMap(formsOf);
    case 'pipe':
      return formsOf(def.in);
    default:
      return [schema];
  }
}

function shapeOf(schema: z.core.$ZodType): z.core.$ZodShape {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  return def.type === 'object' ? def.shape : {};
}

/** What a list or a record holds. */
function memberOf(schema: z.core.$ZodType): z.core.$ZodType[] {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  if (def.type === 'array') return [def.element];
  return def.type === 'record' ? [def.valueType] : [];
}

function insideOf(schema: z.core.$ZodType, key: string): z.core.$ZodType[] {
  const shape = shapeOf(schema);
  const inner = Object.hasOwn(shape, key) ? shape[key] : undefined;
  return inner ? [inner] : memberOf(schema);
}
