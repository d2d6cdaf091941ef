import { describe, expect, it } from 'vitest';
import type { RegisterSketch } from '../../shared/rules/example.ts';
import { newKey, said, sending } from './sending-with-keys.ts';
import { randomBytes, wholeServer } from './whole-server.ts';

/** Registers full of canaries: `KURATOR_RUNS=1000` for the long run. */
const RUNS = Math.min(1000, Number(process.env['KURATOR_RUNS'] ?? 12));
/** A district takes no more registers than it can look through [PU18]. */
const PER_DISTRICT = 150;
const LONGEST_MS = 60_000 + RUNS * 2_000;

const LETTERS = 'абвгдежзиклмнопрстуфхцчшэюя';

/** A word that occurs nowhere else, begins with a capital and is Cyrillic, as names are. */
function canaryWord(): string {
  const letters = [...randomBytes(11)].map((byte) => LETTERS[byte % LETTERS.length] ?? 'а').join('');
  return `${letters.charAt(0).toUpperCase()}${letters.slice(1)}`;
}

const digits = (count: number): string => [...randomBytes(count)].map((byte) => byte % 10).join('');

function canaries() {
  const secrets = {
    surname: canaryWord(),
    given: canaryWord(),
    street: canaryWord(),
    note: canaryWord(),
    curator: canaryWord(),
    child: canaryWord(),
    snils: digits(11),
    phone: `79${digits(9)}`,
    inNumber: canaryWord(),
  };
  const family = {
    caseNo: `Д-${secrets.snils.slice(0, 6)}`,
    applicant: `${secrets.surname} ${secrets.given} Петровна`,
    snils: secrets.snils,
    address: `ул. ${secrets.street}, д. 5`,
    phone: secrets.phone,
    note: `просила ${secrets.note} позвонить`,
    circumstances: `${secrets.note} рядом`,
    curator: `${secrets.curator} Ирина Львовна`,
    children: [{ name: `${secrets.child} Пётр`, birth: '2014-05-06' }],
    // Personal data in a field that may leave.
    contractNo: `${secrets.inNumber} Анна Петровна`,
    programNo: `тел. ${secrets.phone}`,
    level: 'BASE',
  };
  const visit = { applicant: family.applicant, date: '2026-03-12', specialist: family.curator, result: secrets.note };
  return { secrets: Object.values(secrets), sketch: { families: [family], visits: [visit] } satisfies RegisterSketch };
}

describe('canaries', () => {
  it.each([
    { acceptsSealed: true, hasKey: true },
    { acceptsSealed: false, hasKey: true },
    { acceptsSealed: false, hasKey: false },
  ])(
    '[P1] [P9] [L6] none leaves, with %j',
    async ({ acceptsSealed, hasKey }) => {
      const key = await newKey();
      const secrets: string[] = [];
      let all = '';
      let server = await wholeServer({ acceptsSealed });
      for (let run = 0; run < RUNS; run += 1) {
        if (run > 0 && run % PER_DISTRICT === 0) {
          all += said(server);
          server = await wholeServer({ acceptsSealed });
        }
        const { secrets: more, sketch } = canaries();
        secrets.push(...more);
        const outcome = await sending(server, { sketch, keys: hasKey ? [key] : [] });
        expect(outcome.added).toBe(2);
        if (run > 2) continue;
        const edited = { ...sketch, families: [{ ...sketch.families[0], note: `${more[3]} ещё`, level: 'URGENT' }] };
        await sending(server, { sketch: edited, keys: hasKey ? [key] : [], memory: outcome.memory });
      }
      all += said(server);
      expect(all.length).toBeGreaterThan(RUNS * 1000);
      expect(secrets.filter((secret) => all.includes(secret))).toEqual([]);
    },
    LONGEST_MS,
  );
});
