import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { coverageSection, coverages } from './coverage';
import { limit } from './estimate';
import { pageOf, sectionOf } from './page';
import { groups } from './suite';

/**
 * `npm run validate`: the validation suite, printed section by section as it is done; `-- --write` also writes docs/validation.md;
 * `-- --times 16` takes so many times the runs. Ends with 1 when a row is too far off.
 */
const { values } = parseArgs({
  options: { write: { type: 'boolean', default: false }, times: { type: 'string', default: '1' } },
});
const times = Number(values.times);
if (!Number.isInteger(times) || times < 1 || (values.write && times !== 1)) {
  process.stderr.write('--times is a whole number from 1 on, and the document is of the usual size.\n');
  process.exit(2);
}

const print = (lines: readonly string[]) => process.stdout.write(`${lines.join('\n')}\n`);
const sections: string[][] = [];
const zs: number[] = [];
for (const group of groups) {
  const rows = group.rows({ times });
  const section = sectionOf(group, rows);
  sections.push(section);
  zs.push(...rows.map(({ z }) => Math.abs(z)));
  print(section);
}
const covered = coverageSection(coverages());
print(covered);
const beyond = zs.filter((z) => z > limit).length;
print([`${zs.length} rows, largest |z| ${Math.max(...zs).toFixed(2)}, ${beyond} beyond ${limit}`]);
if (values.write) writeFileSync('docs/validation.md', pageOf(sections, covered));
process.exitCode = beyond === 0 ? 0 : 1;
