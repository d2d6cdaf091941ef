/** The timetable of an own server: what Cloudflare's crons do there (wrangler.toml), done here by the hour. */

/** Every morning's work, and the hourly repetition of what was not taken. */
const DAILY = '0 1 * * *';
const HOURLY = '15 * * * *';
const HOURS_PER_DAY = 24;

/**
 * Answers with what is to be called every hour, the first time at once: the morning's work each 24th time, the
 * repetition in between. A run that fails is told and does not end the server.
 */
export function ownTimetable(
  run: (cron: string) => Promise<unknown>,
  tell: (sentence: string) => void,
): () => Promise<void> {
  let hours = 0;
  return async () => {
    const cron = hours % HOURS_PER_DAY === 0 ? DAILY : HOURLY;
    hours += 1;
    try {
      await run(cron);
    } catch (error) {
      tell(`Расписание не выполнено, следующая попытка через час: ${String(error)}`);
      if (cron === DAILY) hours -= 1;
    }
  };
}
