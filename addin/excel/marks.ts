/**
 * Draws marks as conditional formats that the add-in owns, and removes exactly those. Nobody else's format is touched:
 * before each deletion the formula is read again, because Excel does not promise that ids last.
 */
import { WorkbookError, type Mark } from '../engine/workbook-port.ts';
import { isMarkFormula, MARK_LOOKS, markFormula, planMarks, type MarkFormat } from './mark-plan.ts';
import { SHEET_LIST, type SheetCatalogue } from './sheet-catalogue.ts';

const EDGES = ['EdgeTop', 'EdgeBottom', 'EdgeLeft', 'EdgeRight'] as const;
const FORMULAS = 'items/type,items/customOrNullObject/rule/formula';

interface SheetMarks {
  readonly sheet: Excel.Worksheet;
  readonly formats: Excel.ConditionalFormatCollection;
}

/**
 * Replaces all marks by these, on all sheets. Two batches when the sheets are known and none was added. Rejects with
 * sheet-protected when a sheet that has or needs marks is protected, and with too-large when there are more areas than
 * Excel bears; what can be drawn is drawn before.
 */
export async function drawMarks(
  context: Excel.RequestContext,
  catalogue: SheetCatalogue,
  marks: readonly Mark[],
): Promise<void> {
  const { formats, leftOut } = planMarks(marks);
  const found = await askMarks(context, catalogue);
  let isProtected = false;
  for (const { sheet, formats: existing } of found.values()) {
    const own = existing.items.filter(isOwn);
    const wanted = formats.filter((format) => format.sheet === sheet.name);
    if (own.length + wanted.length === 0) continue;
    if (sheet.protection.protected) {
      isProtected = true;
      continue;
    }
    for (const format of own) format.delete();
    for (const format of wanted) addFormat(sheet, format);
  }
  await context.sync();
  if (isProtected) throw new WorkbookError('sheet-protected');
  if (leftOut > 0) throw new WorkbookError('too-large');
  if (formats.some(({ sheet }) => !found.has(sheet))) throw new WorkbookError('sheet-missing');
}

/** Whether any sheet has marks, of this session or an earlier one. Changes nothing. */
export async function hasMarks(context: Excel.RequestContext, catalogue: SheetCatalogue): Promise<boolean> {
  const found = await askMarks(context, catalogue);
  return [...found.values()].some(({ formats }) => formats.items.some(isOwn));
}

async function askMarks(
  context: Excel.RequestContext,
  catalogue: SheetCatalogue,
): Promise<ReadonlyMap<string, SheetMarks>> {
  const { worksheets } = context.workbook;
  worksheets.load(SHEET_LIST);
  let asked = catalogue.entries().map(({ id }) => askSheet(worksheets.getItemOrNullObject(id)));
  await context.sync();
  const known = new Set(asked.filter(({ sheet }) => !sheet.isNullObject).map(({ sheet }) => sheet.id));
  const added = catalogue.take(worksheets).filter(({ id }) => !known.has(id));
  if (added.length > 0) {
    asked = [...asked, ...added.map(({ id }) => askSheet(worksheets.getItem(id)))];
    await context.sync();
  }
  return new Map(asked.filter(({ sheet }) => !sheet.isNullObject).map((marks) => [marks.sheet.name, marks]));
}

function askSheet(sheet: Excel.Worksheet): SheetMarks {
  sheet.load('id,name');
  sheet.protection.load('protected');
  const formats = sheet.getRange().conditionalFormats;
  formats.load(FORMULAS);
  return { sheet, formats };
}

function isOwn(format: Excel.ConditionalFormat): boolean {
  if (format.type !== 'Custom') return false;
  const custom = format.customOrNullObject;
  return !custom.isNullObject && isMarkFormula(custom.rule.formula);
}

function addFormat(sheet: Excel.Worksheet, { severity, addresses }: MarkFormat): void {
  const { custom } = sheet.getRanges(addresses).conditionalFormats.add(Excel.ConditionalFormatType.custom);
  const look = MARK_LOOKS[severity];
  custom.rule.formula = markFormula(severity);
  custom.format.fill.color = look.fill;
  if (look.font === 'bold') custom.format.font.bold = true;
  if (look.font === 'italic') custom.format.font.italic = true;
  if (look.font === 'underline') custom.format.font.underline = 'Single';
  for (const edge of EDGES) {
    const border = custom.format.borders.getItem(edge);
    border.style = look.line;
    border.color = look.colour;
  }
}
