/** The loads of curators that can be held against norms, level by level. */
import type { FindingParams } from '../../domain/finding.ts';
import type { FamilyRow } from '../../domain/register.ts';
import { loadLimit, type LoadLimit } from '../../packs/load-limit.ts';
import { levelParam, sourceParam } from '../norm-words.ts';
import type { Out, Run } from '../rule.ts';
import { loadsOf, type CuratorLoad } from './curator-load.ts';

export interface JudgedLoad extends Pick<CuratorLoad, 'curator' | 'rows'> {
  readonly rate: number;
  readonly levels: readonly LevelLoad[];
}

/** The open cases that a curator has of one level, and how many the norm allows. */
export interface LevelLoad extends LoadLimit {
  readonly level: string;
  readonly rows: readonly FamilyRow[];
}

/** Leaves out people whose share of a post is not known, and levels without a norm, and says that they are not judged. */
export function judgedLoads(run: Run, rows: readonly FamilyRow[], out: Out): readonly JudgedLoad[] {
  const judged: JudgedLoad[] = [];
  for (const { curator, rate, rows: open, byLevel } of loadsOf(run)(rows)) {
    if (rate === null) {
      out.skip('value-unreadable', 'field:rate', open.length);
      continue;
    }
    const levels: LevelLoad[] = [];
    for (const [level, its] of byLevel) {
      const limit = loadLimit(run.pack, level, { rate, asOf: run.asOf });
      if (limit) levels.push({ level, rows: its, ...limit });
      else out.skip('norm-null', `level:${level}`, its.length);
    }
    judged.push({ curator, rate, rows: open, levels });
  }
  return judged;
}

/** What a finding about the load of one level says. */
export function levelLoadParams(
  { pack }: Run,
  { curator, rate }: JudgedLoad,
  { level, rows, norm, limit }: LevelLoad,
): FindingParams {
  const params = { curator, count: rows.length, norm: norm.max, rate, limit };
  return { ...params, ...levelParam(pack, level), ...sourceParam(norm.source) };
}
