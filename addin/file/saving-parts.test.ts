/** The other parts of a package: the state gets one of its own, and all the rest keeps its very bytes. */
import { readFile } from 'node:fs/promises';
import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from 'vitest';
import { openWorkbook } from './open-workbook.ts';
import type { TestPackage } from './test-package.ts';
import { packageOf, textsOf } from './test-package.ts';
import { data, text } from './testing-saved.ts';
import { openArchive, packedBytes } from './zip-archive.ts';

describe('the state in the package', () => {
  const book = { sheets: [{ name: 'A', xml: data('<row r="1"><c r="A1"><v>1</v></c></row>') }] };

  it('comes with its own part, related and declared, and is replaced in place', async () => {
    const workbook = await openWorkbook('a.xlsx', packageOf(book));
    await workbook.remember('{"a":1}');
    const first = await workbook.saveCopy();
    const again = await openWorkbook('a.xlsx', first);
    await again.remember('{"a":2}');
    const [one, two] = [textsOf(first), textsOf(await again.saveCopy())];
    expect(Object.keys(two)).toEqual(Object.keys(one));
    expect(Object.keys(one).filter((name) => one[name] !== two[name])).toEqual(['customXml/item1.xml']);
    expect(one['[Content_Types].xml']).toContain('PartName="/customXml/itemProps1.xml"');
  });

  it('leaves a damaged one as it is', async () => {
    const damaged =
      '<kurator xmlns="urn:kurator:state" version="1" saved="3" length="900" check="1">{"половина"</kurator>';
    const bytes = packageOf({ ...book, parts: { 'customXml/item1.xml': { content: damaged, type: 'customXml' } } });
    const workbook = await openWorkbook('a.xlsx', bytes);
    await expect(workbook.recall()).rejects.toMatchObject({ code: 'state-damaged' });
    await workbook.remember('{}');
    const copy = await workbook.saveCopy();
    expect(textsOf(copy)['customXml/item1.xml']).toBe(damaged);
    expect(await (await openWorkbook('a.xlsx', copy)).recall()).toBe('{}');
  });
});

/** The packed bytes of every part, with what the archive says of it. */
function packedParts(bytes: Uint8Array): ReadonlyMap<string, unknown> {
  return new Map(
    openArchive(bytes).entries.map((entry) => {
      const { name, method, crc, declaredSize } = entry;
      return [name, { method, crc, declaredSize, packed: packedBytes(bytes, entry).slice() }];
    }),
  );
}

const PICTURE: TestPackage = {
  sheets: [
    { name: 'A', xml: data('<row r="1"><c r="A1"><v>1</v></c></row>') },
    { name: 'B', xml: data('<row r="1"><c r="A1"><f>1+1</f><v>2</v></c></row>') },
  ],
  parts: {
    'xl/media/image1.png': { content: Uint8Array.from({ length: 5_000 }, (_, at) => (at * 7_919) % 251) },
    'xl/vbaProject.bin': { content: Uint8Array.from({ length: 900 }, (_, at) => (at * 31) % 256) },
    'docProps/app.xml': { content: '<Properties><Company>Центр</Company></Properties>' },
  },
};

describe('the other parts', () => {
  it.each([
    ['a package with pictures and macros', async () => packageOf(PICTURE)],
    [
      'a register with several sheets',
      async () => new Uint8Array(await readFile('addin/ui/public/samples/visits.xlsx')),
    ],
  ])('keep their packed bytes, their order and what is said of them: %s', async (_, bytesOf) => {
    const bytes = await bytesOf();
    const workbook = await openWorkbook('a.xlsx', bytes);
    const [sheet] = await workbook.listSheets();
    const edit = text('A1', 'другое');
    expect(await workbook.write([{ ...edit, cell: { ...edit.cell, sheet: sheet?.name ?? '' } }])).toMatchObject([
      { ok: true },
    ]);
    const [before, after] = [packedParts(bytes), packedParts(await workbook.saveCopy())];
    expect([...after.keys()]).toEqual([...before.keys()]);
    const changed = [...before.keys()].filter((name) => !isDeepStrictEqual(after.get(name), before.get(name)));
    expect(changed).toEqual(['xl/worksheets/sheet1.xml']);
  });
});
