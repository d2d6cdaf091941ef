/**
 * The ribbon's commands. They are conveniences only: everything they do can also be done in the pane, because some
 * catalogues install add-ins without ribbon commands.
 */

/** What the commands need of an open session. */
export interface RibbonDeeds {
  readonly check: () => Promise<unknown>;
  readonly removeMarks: () => Promise<unknown>;
}

/** The names that manifest.xml uses. */
export const RIBBON_COMMANDS = { check: 'checkRegister', removeMarks: 'removeMarks' } as const;

/**
 * Ties the ribbon's buttons to the session. Call it once, as soon as Office is ready: Excel forgets a press that no
 * function answers. A press that comes before the session is open waits for it; a session that cannot be opened is told
 * of by the pane, which the command shows.
 */
export function registerRibbonCommands(deeds: Promise<RibbonDeeds>): void {
  Office.actions.associate(RIBBON_COMMANDS.check, (event: Office.AddinCommands.Event) =>
    answer(event, async () => {
      await showPane();
      await (await deeds).check();
    }),
  );
  Office.actions.associate(RIBBON_COMMANDS.removeMarks, (event: Office.AddinCommands.Event) =>
    answer(event, async () => {
      await (await deeds).removeMarks();
    }),
  );
}

/** Opens the pane where pane and commands share one runtime; elsewhere, or when Excel refuses, the person opens it. */
async function showPane(): Promise<void> {
  if (!Office.context.requirements.isSetSupported('SharedRuntime', '1.1')) return;
  await Office.addin.showAsTaskpane().catch(() => {
    // The command goes on: its result is on the sheet, and in the pane once it is opened.
  });
}

/** Excel greys the button until the event is completed, so it is completed whatever happened. */
async function answer(event: Office.AddinCommands.Event, deed: () => Promise<void>): Promise<void> {
  try {
    await deed();
  } catch {
    await showPane();
  } finally {
    event.completed();
  }
}
