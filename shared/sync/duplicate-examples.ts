/** Examples in the description of the API: possible matches, decisions, rules over several districts. Invented. */
const REGISTER = 'k3Vd0Qm7rT5xYb1Nc8ZpLg';
const ROW = 'Wf2hJ9sKd6uEa4Rt0vBnMq';
const OTHER = { register: 'pA7zXc3Lm9Qw1Er5Ty8UiO', row: 'Zx4Cv6Bn2Ma8Sd0Fg3HjKl' };
const MATCH = 'Nq5Vb7Tc1Xz9Lk3Jh6Gf2D';

export const DISTRICT_MATCHES_EXAMPLE = {
  total: 1,
  matches: [
    {
      id: MATCH,
      register: REGISTER,
      row: ROW,
      level: 'BASE',
      start: '2026-03-02',
      other: { title: 'Речной район' },
      state: 'open',
      mine: 'same',
      hasOtherAnswered: false,
      decidedBy: null,
      reason: '',
      hasLapsed: false,
    },
  ],
};

export const ANSWER_EXAMPLE = { verdict: 'same', reason: 'сверено по телефону' };

const CASES = [
  {
    district: { id: 'lesnoy', title: 'Лесной район' },
    register: REGISTER,
    row: ROW,
    level: 'BASE',
    start: '2026-03-02',
  },
  { district: { id: 'rechnoy', title: 'Речной район' }, ...OTHER, level: 'CRISIS', start: '2026-08-03' },
];

export const REGION_MATCHES_EXAMPLE = {
  counts: { open: 1, same: 0, different: 4, transfer: 2 },
  isCut: false,
  total: 1,
  matches: [
    {
      state: 'open',
      cases: CASES.map((one) => ({ ...one, closedOn: null, applicant: null })),
      signs: 2,
      words: [{ district: 'lesnoy', verdict: 'same', reason: '', at: '2026-11-20T07:15:00.000Z', hasLapsed: false }],
    },
  ],
};

export const DECISION_EXAMPLE = {
  cases: [
    { district: 'lesnoy', register: REGISTER, row: ROW },
    { district: 'rechnoy', ...OTHER },
  ],
  verdict: 'transfer',
  reason: 'Семья переехала в августе, подтвердили оба района.',
};

export const CHECK_EXAMPLE = {
  asOf: '2026-11-22',
  pack: { id: 'hmao-2018', version: '1.0.0' },
  findings: [
    {
      rule: 'region/transfer-unmatched',
      severity: 'warning',
      district: { id: 'lesnoy', title: 'Лесной район' },
      register: REGISTER,
      row: ROW,
      curator: null,
      sealed: null,
      params: { closedOn: '2026-08-03', days: 30, due: '2026-09-02' },
    },
  ],
  ledger: [
    {
      rule: 'region/family-in-two-districts',
      looked: 1520,
      findings: 0,
      skipped: [{ reason: 'not-sent', detail: 'fingerprint', rows: 14 }],
    },
    { rule: 'region/transfer-unmatched', looked: 6, findings: 1, skipped: [] },
    { rule: 'region/specialist-load', looked: 3, findings: 0, skipped: [] },
  ],
  silent: ['Северный район'],
};
