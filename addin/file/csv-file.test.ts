/** Text files: read with any encoding and delimiter that offices use, and given back with nothing but the edits changed. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CellEdit } from '../engine/workbook-port.ts';
import { HOSTILE_TEXTS } from '../../test/contract/contract-workbook.ts';
import { readCsv } from './csv-fields.ts';
import { withGuard } from './csv-grid.ts';
import type { CsvEncoding } from './csv-text.ts';
import { decodeCsv, encodeCsv } from './csv-text.ts';
import { openWorkbook } from './open-workbook.ts';

const values = (text: string): readonly (readonly string[])[] =>
  readCsv(text).records.map((record) => record.map(({ value }) => value));
const edit = (row: number, column: number, text: string): CellEdit => ({
  cell: { sheet: 'реестр', row, column },
  value: { kind: 'text', text },
});
const bytesOf = (text: string, encoding: CsvEncoding = 'utf-8'): Uint8Array => encodeCsv(text, encoding);

async function saved(bytes: Uint8Array, edits: readonly CellEdit[]): Promise<string> {
  const workbook = await openWorkbook('реестр.csv', bytes);
  expect((await workbook.write(edits)).filter(({ ok }) => !ok)).toEqual([]);
  return decodeCsv(await workbook.saveCopy()).text;
}

it("a formula's error that Excel wrote as text is one", async () => {
  const workbook = await openWorkbook('реестр.csv', bytesOf('а;#REF!;#Н/Д;#N/A;#ДЕЛ/0!;#1;№ 5;см. #REF!\r\n'));
  const [sheet] = await workbook.readCells({ sheets: ['реестр'] });
  expect(sheet?.rows[0]?.cells).toEqual([
    'а',
    { error: '#REF!' },
    { error: '#Н/Д' },
    { error: '#N/A' },
    { error: '#ДЕЛ/0!' },
    '#1',
    '№ 5',
    'см. #REF!',
  ]);
  expect(decodeCsv(await workbook.saveCopy()).text).toBe('а;#REF!;#Н/Д;#N/A;#ДЕЛ/0!;#1;№ 5;см. #REF!\r\n');
});

it.each(['#SPILL!', '#ПЕРЕНОС!', '#ВЫЧИСЛ!', '#GETTING_DATA'])(
  '%s, which only newer versions write, is one too',
  async (text) => {
    const workbook = await openWorkbook('реестр.csv', bytesOf(`а;${text}\r\n`));
    const [sheet] = await workbook.readCells({ sheets: ['реестр'] });
    expect(sheet?.rows[0]?.cells).toEqual(['а', { error: text }]);
  },
);

describe('fields of a text file', () => {
  it.each([
    [
      'semicolons',
      'а;б\r\n1;2\r\n',
      [
        ['а', 'б'],
        ['1', '2'],
      ],
    ],
    [
      'commas',
      'а,б\n1,2',
      [
        ['а', 'б'],
        ['1', '2'],
      ],
    ],
    [
      'tabs',
      'а\tб\r1\t2\r',
      [
        ['а', 'б'],
        ['1', '2'],
      ],
    ],
    [
      'semicolons around decimal commas',
      'а;б\n1,5;2,5\n3,5;4',
      [
        ['а', 'б'],
        ['1,5', '2,5'],
        ['3,5', '4'],
      ],
    ],
    ['a named delimiter', 'sep=|\r\nа|б;в\r\n', [['а', 'б;в']]],
    [
      'quotes, delimiters and line ends inside',
      'а;"б;\r\n""в"""\r\n"";г',
      [
        ['а', 'б;\r\n"в"'],
        ['', 'г'],
      ],
    ],
    ['text after the closing quote', '"а"б;в', [['аб', 'в']]],
    [
      'a quote that never closes',
      '"а;б\nв;г',
      [
        ['"а', 'б'],
        ['в', 'г'],
      ],
    ],
    ['a quote in the middle', 'а"б;в', [['а"б', 'в']]],
    [
      'empty fields at the ends',
      ';а;\n;;',
      [
        ['', 'а', ''],
        ['', '', ''],
      ],
    ],
    ['empty lines', 'а;б\n\nв;г\n', [['а', 'б'], [''], ['в', 'г']]],
  ])('%s', (_, text, expected) => expect(values(text)).toEqual(expected));

  it('stand where they say, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', '"', ';', ',', '\n', '\r', '\t', 'ё') }), (text) => {
        for (const { from, to, value } of readCsv(text).records.flat()) {
          const raw = text.slice(from, to);
          expect(raw.startsWith('"') ? raw.length : raw).toEqual(raw.startsWith('"') ? raw.length : value);
          expect(from).toBeLessThanOrEqual(to);
        }
      }),
    );
  });
});

describe('encodings of a text file', () => {
  it.each(['utf-8', 'utf-8-bom', 'windows-1251', 'utf-16le', 'utf-16be'] as const)(
    '%s is found, and kept',
    (encoding) => {
      const bytes = bytesOf('Заявитель;Ёлкина «М» № 5\r\n', encoding);
      expect(decodeCsv(bytes)).toEqual({ text: 'Заявитель;Ёлкина «М» № 5\r\n', encoding });
    },
  );

  it('are known to the copy', async () => {
    const workbook = await openWorkbook('C:\\папка\\реестр.csv', bytesOf('Имя;Год\r\nЁж;2026\r\n', 'windows-1251'));
    expect(workbook).toMatchObject({
      isTextFile: true,
      notices: ['state-not-kept'],
      copyName: 'реестр (исправлено).csv',
    });
    await workbook.write([edit(2, 0, 'Уж')]);
    expect(await workbook.saveCopy()).toEqual(bytesOf('Имя;Год\r\nУж;2026\r\n', 'windows-1251'));
  });

  it('refuse letters that they do not have', async () => {
    const workbook = await openWorkbook('реестр.csv', bytesOf('Имя;Год\r\nЁж;2026\r\n', 'windows-1251'));
    expect(await workbook.write([edit(2, 0, '👪')])).toMatchObject([{ ok: false, code: 'read-back-differs' }]);
    expect(workbook.hasUnsavedEdits()).toBe(false);
  });
});

describe('a saved text file', () => {
  const START = '\uFEFFа;"б;б"\r\n 1 ;;"x"\r\n\r\n';
  const start = bytesOf(START.slice(1), 'utf-8-bom');

  it.each([
    ['a field', [edit(1, 0, 'да')], 'да;"б;б"\r\n 1 ;;"x"\r\n\r\n'],
    ['a quoted field', [edit(1, 1, 'да')], 'а;да\r\n 1 ;;"x"\r\n\r\n'],
    ['a field that needs quotes', [edit(2, 1, 'a;"b"\nc')], 'а;"б;б"\r\n 1 ;"a;""b""\nc";"x"\r\n\r\n'],
    ['a field beyond the end of its line', [edit(1, 3, 'да')], 'а;"б;б";;да\r\n 1 ;;"x"\r\n\r\n'],
    ['a field of an empty line', [edit(3, 1, 'да')], 'а;"б;б"\r\n 1 ;;"x"\r\n;да\r\n'],
    ['fields below the end', [edit(5, 1, 'да'), edit(5, 0, 'нет')], 'а;"б;б"\r\n 1 ;;"x"\r\n\r\n\r\nнет;да\r\n'],
  ])('differs only in %s', async (_, edits, expected) => {
    expect(await saved(start, edits)).toBe(expected);
  });

  it('writes dates and numbers as Russian text', async () => {
    const workbook = await openWorkbook('реестр.csv', bytesOf('а;б\r\n1;2'));
    const outcomes = await workbook.write([
      { cell: { sheet: 'реестр', row: 2, column: 0 }, value: { kind: 'date', iso: '2026-03-01' } },
      { cell: { sheet: 'реестр', row: 3, column: 1 }, value: { kind: 'number', number: 0.5 } },
    ]);
    expect(outcomes.map((outcome) => outcome.ok && outcome.now)).toEqual(['01.03.2026', '0,5']);
    expect(new TextDecoder().decode(await workbook.saveCopy())).toBe('а;б\r\n01.03.2026;2\r\n;0,5\r\n');
  });

  it('holds no text that a spreadsheet would compute, and reads such a text back as it was', async () => {
    const edits = HOSTILE_TEXTS.map((text, index) => edit(index + 2, 1, text));
    const copy = await saved(bytesOf('а;б\r\n'), edits);
    const fields = readCsv(copy)
      .records.slice(1)
      .map((record) => record[1]?.value ?? '');
    expect(fields.filter((text) => /^[=@]|^[+-](?![\d\s().,+-]*$)/.test(text))).toEqual([]);
    const again = await openWorkbook('реестр.csv', bytesOf(copy));
    expect((await again.readCells())[0]?.rows.slice(1).map(({ cells }) => cells[1])).toEqual(HOSTILE_TEXTS);
    expect(withGuard('+7 912 000-00-00')).toBe('+7 912 000-00-00');
  });

  it('is the same file without edits, and with any edits undone', async () => {
    const place = fc.record({ row: fc.integer({ min: 1, max: 6 }), column: fc.nat(4) });
    await fc.assert(
      fc.asyncProperty(
        fc
          .string({ unit: fc.constantFrom('a', '"', ';', '\n', '\r', "'", '=', 'ё') })
          .map((text) => `x;;;;;z\n${text}`),
        fc.array(fc.tuple(place, fc.string({ unit: 'grapheme' }))),
        async (text, wanted) => {
          const bytes = bytesOf(text);
          const workbook = await openWorkbook('реестр.csv', bytes);
          const before = await workbook.readCells();
          const outcomes = await workbook.write(wanted.map(([{ row, column }, value]) => edit(row, column, value)));
          const copy = await openWorkbook('реестр.csv', await workbook.saveCopy());
          const last = new Map(wanted.map(([{ row, column }, value]) => [`${row}:${column}`, { row, column, value }]));
          const cells = (await copy.readCells())[0]?.rows ?? [];
          for (const { row, column, value } of last.values()) {
            expect(cells.find((one) => one.row === row)?.cells[column] ?? '').toBe(value);
          }
          await workbook.write(
            outcomes.toReversed().map((outcome) => ({
              cell: outcome.cell,
              value: { kind: 'restore', before: outcome.ok && outcome.before },
            })),
          );
          expect(await workbook.saveCopy()).toEqual(bytes);
          expect(await workbook.readCells()).toEqual(before);
        },
      ),
    );
  });
});
