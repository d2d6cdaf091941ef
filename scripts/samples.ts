/** node scripts/samples.ts: writes the sample registers that the pane offers on its first screen. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { sampleFiles } from './samples/sample-files.ts';

const folder = fileURLToPath(new URL('../addin/ui/public/samples/', import.meta.url));
mkdirSync(folder, { recursive: true });
for (const [name, bytes] of sampleFiles()) {
  writeFileSync(folder + name, bytes);
  console.log(`${name}: ${Math.round(bytes.length / 1024)} KB`);
}
