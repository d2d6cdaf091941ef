import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dayOfIso } from '../../shared/domain/day.ts';
import { ownPackText, startOwnPack } from '../../shared/packs/own-pack.ts';
import { checkArguments } from './arguments.ts';

const TODAY = dayOfIso('2026-11-21') ?? 0;

describe('arguments of check', () => {
  it('are files, a date, norms and the form of the answer', () => {
    const parsed = checkArguments(['a.xlsx', '--json', '--as-of', '2026-10-31', 'б.xlsx', '--pack=training'], TODAY);
    expect(parsed).toMatchObject({ files: ['a.xlsx', 'б.xlsx'], isJson: true, pack: { id: 'training' } });
    expect(parsed).toHaveProperty('asOf', dayOfIso('2026-10-31'));
  });

  it('take norms from a file that the pane has saved', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'kurator-norms-'));
    const file = join(folder, 'Нормы.json');
    await writeFile(file, ownPackText(startOwnPack('training', 'Нормы округа')));
    expect(checkArguments(['a.xlsx', '--pack', file], TODAY)).toMatchObject({ pack: { id: 'training-own' } });
    await rm(folder, { recursive: true });
  });

  it('mean today and the default norms when they say nothing', () => {
    expect(checkArguments(['a.xlsx'], TODAY)).toMatchObject({ asOf: TODAY, pack: { id: 'hmao-2018' }, isJson: false });
  });

  it.each([
    [[], 'Не назван файл для проверки. Образец: npm run check -- ФАЙЛ'],
    [['a.xlsx', '--as-of', '31.10.2026'], 'Даты «31.10.2026» нет: напишите её как 2026-10-31.'],
    [['a.xlsx', '--as-of', '2026-02-30'], 'Даты «2026-02-30» нет: напишите её как 2026-10-31.'],
    [['a.xlsx', '--pack', 'nowhere'], 'Норм «nowhere» нет. Есть: hmao-2018'],
    [['a.xlsx', '--pack', '__proto__'], 'Норм «__proto__» нет.'],
    [['a.xlsx', '--pack', 'нет-такого.json'], 'Файл норм «нет-такого.json» прочитать нельзя.'],
    [['a.xlsx', '--pack', 'package.json'], 'Это не файл норм Куратора'],
    [['a.xlsx', '--fast'], 'Ключа «--fast» нет. Образец:'],
    [['a.xlsx', '-x'], 'Ключа «-x» нет. Образец:'],
    [['a.xlsx', '--as-of'], 'Ключ «--as-of» записан неверно. Образец:'],
    [['a.xlsx', '--json=1'], 'Ключ «--json» записан неверно. Образец:'],
    [['a.xlsx', '--as-of', '--json'], 'Ключ «--as-of» записан неверно. Образец:'],
  ])('%j are answered with a sentence', (words, sentence) => {
    expect(checkArguments(words, TODAY)).toContain(sentence);
  });
});
