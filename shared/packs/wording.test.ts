import { expect, it } from 'vitest';
import { PACKS } from './packs.ts';
import { shownWordings } from './wording.ts';

it.each([
  [
    ['базовый уровень', 'базовыйуровень', 'Б'],
    ['базовый уровень', 'Б'],
  ],
  [['ТИТУЛ', 'титульныйлист'], ['ТИТУЛ']],
  [
    ['соц. контракт', 'соцконтракт', 'КДН и ЗП', 'КДНиЗП'],
    ['соц. контракт', 'соцконтракт', 'КДН и ЗП', 'КДНиЗП'],
  ],
])('shows %j as people write them', (wordings, shown) => {
  expect(shownWordings('Титульный лист', wordings)).toEqual(shown);
});

it('keeps out of sight only what has lost a space, in every pack', () => {
  const entries = PACKS.flatMap(({ codes }) => Object.values(codes).flat());
  const hidden = entries.flatMap(({ title, aliases }) => {
    const shown = shownWordings(title.ru, aliases);
    return aliases.filter((alias) => !shown.includes(alias));
  });
  expect(new Set(hidden.map((alias) => alias.toLowerCase().slice(-7)))).toEqual(new Set(['уровень']));
});
