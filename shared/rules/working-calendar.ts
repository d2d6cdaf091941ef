/** The production calendar of a run: Russia's with the region's own days. */
import { workCalendar } from '../calendar/working-days.ts';
import type { WorkCalendar } from '../calendar/working-days.ts';
import type { Pack } from '../packs/pack.ts';

/** Made once per run: `run.once(packCalendar)`. */
export function packCalendar(pack: Pack): WorkCalendar {
  return workCalendar(pack.calendar);
}
