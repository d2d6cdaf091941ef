/**
 * The request processor: object paths and actions of one batch, in order, stopping at the first error. What was done
 * before the error stays done, as in Excel.
 */
import { HostError, isHostObject, member, NotInHost, wireName, type HostObject } from './host-object.ts';

interface ObjectPath {
  readonly Id: number;
  readonly ObjectPathType: number;
  readonly Name: string;
  readonly ParentObjectPathId?: number;
  readonly ArgumentInfo?: Arguments;
}

interface Arguments {
  readonly Arguments?: readonly unknown[];
  /** Where an argument is an object: the id of its path, in the place of the argument. */
  readonly ReferencedObjectPathIds?: readonly number[];
}

interface Action {
  readonly Id: number;
  readonly ActionType: number;
  readonly Name: string;
  readonly ObjectPathId: number;
  readonly ArgumentInfo?: Arguments;
  readonly QueryInfo?: { readonly Select?: readonly string[] };
}

export interface QueryBody {
  readonly Actions: readonly Action[];
  readonly ObjectPaths: Readonly<Record<string, ObjectPath>>;
}

export interface QueryAnswer {
  readonly Results: { readonly ActionId: number; readonly Value: unknown }[];
  readonly TraceIds: number[];
  Error?: { Code: string; Message: string; Location: string; ActionIndex: number; HttpStatusCode: number };
}

/** Objects that the client asked to keep between batches, by reference id. */
export type KeptObjects = Map<string, HostObject>;

export interface QueryOptions {
  readonly root: HostObject;
  readonly kept: KeptObjects;
  /** Stops before this action, as a host that dies half way. */
  readonly stopBefore?: number;
}

/** Runs a batch. A member that the host lacks is thrown, not answered. */
export function processQuery(body: QueryBody, options: QueryOptions): QueryAnswer {
  const answer: QueryAnswer = { Results: [], TraceIds: [] };
  const batch = { body, options, resolved: new Map<number, HostObject>(), references: new Map<number, string>() };
  for (const [index, action] of body.Actions.entries()) {
    try {
      if (index === options.stopBefore) throw new HostError('GeneralException', 'the host stopped');
      if (action.ActionType === 5) answer.TraceIds.push(action.Id);
      answer.Results.push({ ActionId: action.Id, Value: run(batch, action) });
    } catch (error) {
      if (!(error instanceof HostError)) throw error;
      const { code: Code, message: Message } = error;
      answer.Error = { Code, Message, Location: action.Name, ActionIndex: index, HttpStatusCode: 400 };
      break;
    }
  }
  return answer;
}

interface Batch {
  readonly body: QueryBody;
  readonly options: QueryOptions;
  readonly resolved: Map<number, HostObject>;
  readonly references: Map<number, string>;
}

function run(batch: Batch, action: Action): unknown {
  const args = argumentsOf(batch, action.ArgumentInfo);
  switch (action.ActionType) {
    case 1:
      return instantiate(batch, action.ObjectPathId);
    case 2:
      return query(resolve(batch, action.ObjectPathId), action.QueryInfo?.Select ?? []);
    case 3:
      return callMethod(batch, action, args);
    case 4:
      member(resolve(batch, action.ObjectPathId), resolve(batch, action.ObjectPathId).setters, action.Name)(args[0]);
      return null;
    case 5:
      return null;
    default:
      throw new NotInHost(`action type ${action.ActionType}`);
  }
}

function instantiate(batch: Batch, pathId: number): unknown {
  const object = resolve(batch, pathId);
  if (object.isNull) return null;
  const reference = batch.references.get(pathId);
  return { ...object.identity, ...(reference === undefined ? {} : { _ReferenceId: reference }) };
}

function callMethod(batch: Batch, action: Action, args: readonly unknown[]): unknown {
  const object = resolve(batch, action.ObjectPathId);
  if (action.Name === '_KeepReference') return keep(batch, action.ObjectPathId, object);
  if (action.Name === '_RemoveReference') return release(batch, action.ObjectPathId);
  if (object.isNull) return null;
  const result = member(object, object.methods, action.Name)(args);
  if (isHostObject(result)) throw new NotInHost(`${object.kind}.${action.Name} called as an action`);
  return result ?? null;
}

function keep(batch: Batch, pathId: number, object: HostObject): null {
  if (object.isNull) return null;
  const reference = `ref-${batch.options.kept.size + 1}-${pathId}`;
  batch.options.kept.set(reference, object);
  batch.references.set(pathId, reference);
  return null;
}

function release(batch: Batch, pathId: number): null {
  batch.options.kept.delete(batch.body.ObjectPaths[pathId]?.Name ?? '');
  return null;
}

function resolve(batch: Batch, pathId: number): HostObject {
  const known = batch.resolved.get(pathId);
  if (known) return known;
  const path = batch.body.ObjectPaths[pathId];
  if (!path) throw new NotInHost(`object path ${pathId}`);
  const object = resolvePath(batch, path);
  batch.resolved.set(pathId, object);
  return object;
}

function resolvePath(batch: Batch, path: ObjectPath): HostObject {
  if (path.ObjectPathType === 1) return batch.options.root;
  if (path.ObjectPathType === 6) {
    const kept = batch.options.kept.get(path.Name);
    if (!kept) throw new HostError('InvalidReference', 'the object is no longer kept');
    return kept;
  }
  if (path.ObjectPathType === 2) return serviceObject(path.Name);
  const parent = resolve(batch, path.ParentObjectPathId ?? 0);
  if (parent.isNull) return parent;
  const args = argumentsOf(batch, path.ArgumentInfo);
  if (path.ObjectPathType === 4) return member(parent, parent.navigation, path.Name)();
  if (path.ObjectPathType === 5) {
    if (!parent.item) throw new NotInHost(`${parent.kind} by index`);
    return parent.item(args[0]);
  }
  if (path.ObjectPathType !== 3) throw new NotInHost(`path type ${path.ObjectPathType}`);
  const made = member(parent, parent.methods, path.Name)(args);
  if (!isHostObject(made)) throw new NotInHost(`${parent.kind}.${path.Name} gives no object`);
  return made;
}

function argumentsOf(batch: Batch, info: Arguments | undefined): readonly unknown[] {
  const paths = info?.ReferencedObjectPathIds ?? [];
  return (info?.Arguments ?? []).map((value, index) => (paths[index] ? resolve(batch, paths[index]) : value));
}

/**
 * Services beside the workbook: office.js announces once that it can answer the ribbon, and a command asks to show the
 * pane. Here the pane is always shown.
 */
const SERVICES: Readonly<Record<string, HostObject['methods']>> = {
  'Microsoft.InternalService.AddinInternalService': { NotifyActionHandlerReady: () => null },
  'Microsoft.AppRuntime.AppRuntimeService': { SetAppRuntimeState: () => null },
};

function serviceObject(name: string): HostObject {
  const methods = SERVICES[name];
  if (!methods) throw new NotInHost(name);
  return { kind: name, identity: {}, methods };
}

function query(object: HostObject, select: readonly string[]): unknown {
  if (object.isNull) return null;
  if (object.items) return { _Items: object.items().map((item) => ({ ...item.identity, ...selected(item, select) })) };
  return selected(object, select);
}

function selected(object: HostObject, select: readonly string[]): Record<string, unknown> {
  const answer: Record<string, unknown> = {};
  for (const path of select) {
    const [first = '', ...rest] = path.split('/');
    const name = wireName(first);
    if (rest.length === 0) answer[name] = member(object, object.properties, name)();
    else {
      const child = member(object, object.navigation, name)();
      const deeper = query(child, [rest.join('/')]);
      const before = answer[name];
      answer[name] = deeper === null || typeof before !== 'object' ? deeper : { ...before, ...(deeper as object) };
    }
  }
  return answer;
}
