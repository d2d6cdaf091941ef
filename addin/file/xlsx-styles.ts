/** The cell formats of a workbook (xl/styles.xml), as far as a register needs them. */
import { isBuiltInDateFormat, isDateFormat } from '../../shared/domain/date-format.ts';
import { xmlScanner } from './xml-scanner.ts';

/** One entry of cellXfs. */
export interface CellFormat {
  readonly numberFormatId: number;
  /** The format code, or null for a built-in one that stands in no file. */
  readonly numberFormat: string | null;
  readonly isDate: boolean;
  readonly isLocked: boolean;
  readonly isBold: boolean;
  readonly isItalic: boolean;
  /** Six hex digits, or null. */
  readonly fill: string | null;
  readonly textColour: string | null;
  readonly horizontal: string | null;
  readonly vertical: string | null;
  readonly wraps: boolean;
  readonly hasBorder: boolean;
}

/** The format of a cell that says nothing. */
export const GENERAL: CellFormat = {
  numberFormatId: 0,
  numberFormat: null,
  isDate: false,
  isLocked: true,
  isBold: false,
  isItalic: false,
  fill: null,
  textColour: null,
  horizontal: null,
  vertical: null,
  wraps: false,
  hasBorder: false,
};

interface Font {
  bold: boolean;
  italic: boolean;
  colour: string | null;
}

const isOn = (value: string | undefined): boolean => value === '1' || value === 'true';
const colourOf = (rgb: string | undefined): string | null => (rgb && /^[0-9a-f]{8}$/i.test(rgb) ? rgb.slice(2) : null);

/** Reads cellXfs with what they point at. An absent or empty styles part gives no formats. */
export function readStyles(text: string): readonly CellFormat[] {
  const codes = new Map<number, string>();
  const fonts: Font[] = [];
  const fills: (string | null)[] = [];
  const borders: boolean[] = [];
  const formats: CellFormat[] = [];
  let section = '';
  const tag = xmlScanner(text);
  while (tag.next()) {
    const { name } = tag;
    if (SECTIONS.has(name)) section = tag.isClose || tag.isEmpty ? '' : name;
    else if (tag.isClose) continue;
    else if (section === 'numFmts' && name === 'numFmt') {
      codes.set(Number(tag.attribute('numFmtId')), tag.attribute('formatCode') ?? '');
    } else if (section === 'fonts') readFont(fonts, name, tag.attribute);
    else if (section === 'fills') readFill(fills, name, tag.attribute);
    else if (section === 'borders') {
      if (name === 'border') borders.push(false);
      else if ((tag.attribute('style') ?? 'none') !== 'none') borders[borders.length - 1] = true;
    } else if (section === 'cellXfs') {
      if (name === 'xf') formats.push(formatOf(tag.attribute, { codes, fonts, fills, borders }));
      else amend(formats, name, tag.attribute);
    }
  }
  return formats;
}

const SECTIONS = new Set(['numFmts', 'fonts', 'fills', 'borders', 'cellStyleXfs', 'cellXfs', 'cellStyles', 'dxfs']);

type Attribute = (name: string) => string | undefined;

function readFont(fonts: Font[], name: string, attribute: Attribute): void {
  if (name === 'font') fonts.push({ bold: false, italic: false, colour: null });
  const font = fonts.at(-1);
  if (!font) return;
  const value = attribute('val');
  if (name === 'b') font.bold = value === undefined || isOn(value);
  if (name === 'i') font.italic = value === undefined || isOn(value);
  if (name === 'color') font.colour = colourOf(attribute('rgb'));
}

function readFill(fills: (string | null)[], name: string, attribute: Attribute): void {
  if (name === 'fill') fills.push(null);
  if (name === 'fgColor' && fills.length > 2) fills[fills.length - 1] = colourOf(attribute('rgb'));
}

interface StyleParts {
  readonly codes: ReadonlyMap<number, string>;
  readonly fonts: readonly Font[];
  readonly fills: readonly (string | null)[];
  readonly borders: readonly boolean[];
}

function formatOf(attribute: Attribute, parts: StyleParts): CellFormat {
  const id = Number(attribute('numFmtId') ?? 0);
  const code = parts.codes.get(id) ?? null;
  const font = parts.fonts[Number(attribute('fontId') ?? 0)];
  return {
    ...GENERAL,
    numberFormatId: id,
    numberFormat: code,
    isDate: code === null ? isBuiltInDateFormat(id) : isDateFormat(code),
    isBold: font?.bold ?? false,
    isItalic: font?.italic ?? false,
    fill: parts.fills[Number(attribute('fillId') ?? 0)] ?? null,
    textColour: font?.colour ?? null,
    hasBorder: parts.borders[Number(attribute('borderId') ?? 0)] ?? false,
  };
}

/** Adds what stands inside of an xf. */
function amend(formats: CellFormat[], name: string, attribute: Attribute): void {
  const last = formats.at(-1);
  if (!last) return;
  const more =
    name === 'alignment'
      ? {
          horizontal: attribute('horizontal') ?? null,
          vertical: attribute('vertical') ?? null,
          wraps: isOn(attribute('wrapText')),
        }
      : name === 'protection'
        ? { isLocked: attribute('locked') === undefined || isOn(attribute('locked')) }
        : {};
  formats[formats.length - 1] = { ...last, ...more };
}
