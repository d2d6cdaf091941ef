import { describe, expect, it } from 'vitest';
import type { OwnPack } from '../../shared/packs/own-pack.ts';
import { packOfOwn, startOwnPack } from '../../shared/packs/own-pack.ts';
import type { FileWorkbook } from '../file/file-workbook.ts';
import { openTestSession, registerOf, stateOf } from './testing-session.ts';

const REGISTER = `№ дела;ФИО заявителя;Категория семьи;Куратор;Уровень сопровождения;Дата заявления;Дата решения;Дата договора
1/26;Иванова Мария Петровна;многодетная;Петрова О. И.;базовый;12.01.2026;13.01.2026;22.01.2026
2/26;Сидорова Анна Львовна;малообеспеченная;Петрова О. И.;базовый;12.01.2026;13.01.2026;14.01.2026
`;
const SOURCE = { text: { ru: 'Приказ № 3', en: 'Order 3' }, status: 'confirmed' as const };

/** Two working days from decision to contract; the base has no such norm. */
const TIGHT: OwnPack = {
  ...startOwnPack('hmao-2018', 'Нормы округа'),
  differences: {
    levels: {},
    deadlines: [
      {
        id: 'decision-contract',
        from: 'decision',
        to: 'contract',
        n: 2,
        unit: 'wd',
        shiftIfOff: true,
        kind: 'required',
        enabled: true,
        validFrom: null,
        validTo: null,
        source: SOURCE,
      },
    ],
    codes: {},
    calendar: {},
  },
};

async function open(workbook?: FileWorkbook) {
  const { session, book } = await openTestSession(workbook ?? (await registerOf(REGISTER)));
  return { session, book, state: () => stateOf(session) };
}

function packOf(own: OwnPack) {
  const outcome = packOfOwn(own);
  if (!outcome.ok) throw new Error(outcome.why);
  return outcome.pack;
}

describe('an own pack in a session', () => {
  it('is tried on the open register before it is kept', async () => {
    const { session, state } = await open();
    expect(await session.tryPack(packOf(TIGHT))).toBeNull();
    await session.check();
    const before = state().run?.result;
    expect(await session.tryPack(packOf(TIGHT))).toMatchObject({
      added: 1,
      removed: 0,
      rules: [{ rule: 'deadline/late', added: 1, removed: 0 }],
    });
    expect(state().run?.result).toBe(before);
    expect(state().packId).toBe('hmao-2018');
  });

  it('judges once it is kept, comes back with the workbook, and can be given up', async () => {
    const { session, book, state } = await open();
    await session.check();
    expect(await session.keepPack(TIGHT)).toMatchObject({ ok: true, own: { revision: 1 } });
    expect(state()).toMatchObject({ packId: 'hmao-2018-own', packDraft: null });
    const late = () => state().run?.open.filter(({ rule }) => rule === 'deadline/late') ?? [];
    expect(late()).toHaveLength(1);

    const again = await open(book);
    expect(again.state()).toMatchObject({ packId: 'hmao-2018-own', packFault: null });
    await again.session.check();
    expect(again.state().run?.result.pack).toEqual({
      id: 'hmao-2018-own',
      version: packOf({ ...TIGHT, revision: 1 }).version,
    });
    await again.session.dropPack();
    expect(again.state()).toMatchObject({ packId: 'hmao-2018', ownPack: null });
    expect((await open(book)).state()).toMatchObject({ packId: 'hmao-2018', packFault: null });
  });

  it('is not kept when it is not right', async () => {
    const { session, state } = await open();
    const wrong = { ...TIGHT, base: 'nowhere' };
    expect(await session.keepPack(wrong)).toMatchObject({ ok: false, why: 'base-unknown' });
    expect(state()).toMatchObject({ packId: 'hmao-2018', ownPack: null });
  });

  it('is said and left alone when the workbook’s cannot be read', async () => {
    const { book } = await open();
    const state = JSON.stringify({ version: 1, packId: 'hmao-2018-own', ownPack: '{"kurator":' });
    await book.remember(state);
    const again = await open(book);
    expect(again.state()).toMatchObject({ packId: 'hmao-2018', packFault: 'damaged' });
    await again.session.showMarks(false);
    expect(await book.recall()).toContain('{\\"kurator\\":');
  });
});
