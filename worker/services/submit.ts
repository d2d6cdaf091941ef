/** The end of a sending: the server judges the register by itself, keeps what it found, and gives a receipt [SU3–SU5]. */
import { dayOfIso, type Day } from '../../shared/domain/day.ts';
import type { CheckResult, Severity } from '../../shared/domain/finding.ts';
import { FAMILY_FACTS } from '../../shared/privacy/travel.ts';
import type { NormCount } from '../../shared/reports/norm-months.ts';
import { RULES } from '../../shared/rules/registry.ts';
import { sha256Hex } from '../../shared/sync/audit-chain.ts';
import { failed, type Outcome } from '../../shared/sync/error-codes.ts';
import { MAX_REGISTERS } from '../../shared/sync/limits.ts';
import type { JudgedBy, SubmitAnswer, SubmitRequest } from '../../shared/sync/protocol.ts';
import { rebuildRegister, type RebuiltRegister, type WireRow } from '../../shared/sync/rebuild-register.ts';
import { canonicalJson } from '../../shared/sync/wire-values.ts';
import type { SqlDatabase } from '../store/database.ts';
import type { RegisterScope } from '../store/scope.ts';
import {
  readSubmissionState,
  writeSubmission,
  type KeptFinding,
  type SubmissionState,
} from '../store/submission-store.ts';
import { untilFirst } from './attempts.ts';
import { auditLink } from './audit-link.ts';
import { judgingPack } from './judging-pack.ts';
import { wireRows } from './kept-rows.ts';
import { normCounts } from './norm-counts.ts';
import { notJudged } from './not-judged.ts';
import type { Actor, Ports } from './ports.ts';
import { protocolRefusal } from './spoken-protocol.ts';
import { standingMark } from './standing.ts';
import { printFacts, summaryOf, summarySchema, type Summary } from './summary.ts';

/** Checks and keeps the register as the server has it. The same register again changes nothing [SU4]. */
export async function submit(
  ports: Ports,
  scope: RegisterScope,
  actor: Actor,
  request: SubmitRequest,
): Promise<Outcome<SubmitAnswer>> {
  const refusal = protocolRefusal(request);
  if (refusal !== null) return failed(refusal);
  return await untilFirst(ports, () => attempt(ports, scope, actor, request));
}

async function attempt(
  ports: Ports,
  scope: RegisterScope,
  actor: Actor,
  request: SubmitRequest,
): Promise<Outcome<SubmitAnswer>> {
  const judged = await judge(ports, scope, request);
  if (!judged.ok) return judged;
  const { state, contentHash, pack, summary, findings, norms, ...said } = judged.value;
  if (state.last?.contentHash === contentHash) {
    return {
      ok: true,
      value: {
        ...answerOf('unchanged', scope, state.last, summarySchema.parse(JSON.parse(state.last.summary))),
        ...said,
        standing: standingMark({ ...state.last, packs: state.packs }),
      },
    };
  }
  const at = ports.now();
  const number = state.lastNumber + 1;
  const link = await auditLink(
    scope,
    state.head,
    { actor, at },
    {
      action: 'submitted',
      register: scope.registerId,
      version: number,
      before: state.last?.contentHash ?? null,
      after: contentHash,
    },
  );
  const { asOf } = request;
  const write = { number, at, asOf, contentHash, actor: actor.tokenId, findings, link, norms, pack };
  await writeSubmission(ports.db, scope, { ...write, summary: JSON.stringify(summary) }, state.head);
  return {
    ok: true,
    value: {
      ...answerOf('sent', scope, { number, at }, summary),
      ...said,
      standing: standingMark({ number, packs: state.packs }),
    },
  };
}

function answerOf(
  state: SubmitAnswer['state'],
  scope: RegisterScope,
  sending: { readonly number: number; readonly at: number },
  { cases, errors, warnings, notes }: Summary,
): SubmitAnswer {
  return {
    state,
    receipt: { number: sending.number, at: new Date(sending.at).toISOString(), district: scope.districtId },
    check: { cases, errors, warnings, notes },
  };
}

interface Judged {
  readonly state: Omit<SubmissionState, 'rows'>;
  readonly contentHash: string;
  /** Id of the pack by which it was judged. */
  readonly pack: string;
  readonly judgedBy: JudgedBy;
  readonly notJudged: readonly string[];
  readonly summary: Summary;
  readonly findings: readonly KeptFinding[];
  readonly norms: readonly NormCount[];
}

/** Reads and judges the register. Nothing of its rows is handed on: a large one leaves no room for what is written then. */
async function judge(ports: Ports, scope: RegisterScope, request: SubmitRequest): Promise<Outcome<Judged>> {
  const { rows, versions, ...state } = await readRegister(ports.db, scope);
  if (request.epoch !== state.head.epoch) return failed('epoch-changed');
  if (state.isRetired) return failed('register-retired');
  if (state.isNew && state.working >= MAX_REGISTERS) return failed('too-many-registers');
  const judging = await judgingPack(ports, scope, request);
  const asOf: Day | null = dayOfIso(request.asOf);
  if (judging === null || asOf === null) return failed('pack-unknown');
  const { pack, judgedBy } = judging;
  const norms = normCounts(rows, { district: scope.districtId, asOf, pack });
  const rebuilt = rebuildRegister(rows, request.layout, pack);
  const result = withoutWithheld(ports.check(rebuilt.register, { pack, asOf }), rebuilt);
  const content = { versions, layout: request.layout, asOf: request.asOf, pack: result.pack, engine: result.engine };
  return {
    ok: true,
    value: {
      state,
      contentHash: await sha256Hex(canonicalJson(content)),
      pack: result.pack.id,
      judgedBy,
      notJudged: notJudged(result.ledger),
      summary: { ...summaryOf(rebuilt.register, result, asOf), prints: printsOf(rebuilt, rows, asOf) },
      findings: keptFindings(rebuilt, result),
      norms,
    },
  };
}

/** What is judged, parsed: beside the values of a large register there is no room for the texts that they were. */
async function readRegister(db: SqlDatabase, scope: RegisterScope) {
  const { rows, ...state } = await readSubmissionState(db, scope);
  return { ...state, rows: wireRows(rows), versions: rows.map(({ id, version }) => [id, version]) };
}

function printsOf({ register, rowIdAt }: RebuiltRegister, rows: readonly WireRow[], asOf: Day): Summary['prints'] {
  const valuesOf = new Map(rows.map(({ id, values }) => [id, values]));
  return printFacts(register, asOf, ({ table, row }) => {
    return valuesOf.get(rowIdAt(table.sheet, row) ?? '')?.[FAMILY_FACTS.fingerprints];
  });
}

const READS: ReadonlyMap<string, readonly string[]> = new Map(
  // A rule of columns reads the cell it stands on; there is no sheet behind the register here.
  RULES.map(({ id, reads }) => [id, typeof reads === 'string' ? [] : reads]),
);

/** Leaves out what a rule says of a row of which it could not see everything that it reads. */
function withoutWithheld(result: CheckResult, { withheldAt }: RebuiltRegister): CheckResult {
  const findings = result.findings.filter(({ rule, cell }) => {
    const reads = READS.get(rule) ?? [];
    return !withheldAt(cell.sheet, cell.row).some((field) => reads.includes(field));
  });
  const count = (severity: Severity): number => findings.filter((one) => one.severity === severity).length;
  const counts = { errors: count('error'), warnings: count('warning'), notes: count('note') };
  return { ...result, findings, summary: { ...result.summary, ...counts } };
}

function keptFindings({ rowIdAt }: RebuiltRegister, result: CheckResult): readonly KeptFinding[] {
  return result.findings.map(({ rule, severity, cell, field, period, identity, params }, index) => ({
    n: index + 1,
    row: rowIdAt(cell.sheet, cell.row) ?? null,
    rule,
    severity,
    detail: JSON.stringify({ field, period, identity, params }),
  }));
}
