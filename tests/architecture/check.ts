import { cruise } from './cruise';

/** With a parser missing the tool sees no module, finds no violation and says all is well (docs/architecture.md). */
const least = { modules: 150, dependencies: 450 };

/** `npm run architecture`: every import against the table of docs/architecture.md. */
const { modules, dependencies, violations } = cruise('.');
for (const { rule, from, to } of violations) process.stderr.write(`${rule}: ${from} imports ${to}\n`);
const blind = modules < least.modules || dependencies < least.dependencies;
if (blind) process.stderr.write('Too few modules seen: the check is blind. Is @swc/core installed?\n');
process.stdout.write(`${modules} modules, ${dependencies} imports, ${violations.length} against the rules\n`);
process.exitCode = blind || violations.length > 0 ? 1 : 0;
