import { randomBytes } from 'node:crypto';
import type { AssertionPerson } from '../../../shared/saml/attribute-table';
import type { Defect } from '../../../shared/saml/defect';
import { DEFECTS } from '../../../shared/saml/defects';
import { writeLoginResponse } from '../../../shared/saml/login-response';
import {
  type LoginFlow,
  type LoginPlan,
  planLogin,
  type RehearsalValues,
  type RehearsedDefect,
  type RehearsedLogin,
  type SignMode,
} from '../../../shared/saml/rehearsal';
import { inspectResponse } from './inspect-response';
import { createLocalKey, LOCAL_COMMON_NAME, type LocalKey } from './local-key';
import { rehearseRequest } from './rehearse-request';
import { samlifyEntities } from './samlify-entities';
import { secondOpinion } from './second-opinion';
import { signLoginResponse } from './sign-xml';

export interface RehearsalInput {
  readonly values: RehearsalValues;
  readonly person: AssertionPerson;
  readonly flow: LoginFlow;
  readonly sign: Exclude<SignMode, 'none'>;
  readonly nowMs: number;
}

/** The local identity provider's keys: the one its metadata shows, and the one it had before a rotation. */
export interface LocalIdp {
  readonly current: LocalKey;
  readonly old: LocalKey;
}

const DAY_MS = 86_400_000;

/** Fresh keys for one rehearsal, valid for a day so that a forgotten copy is worth nothing. */
export async function createLocalIdp(nowMs: number): Promise<LocalIdp> {
  const notBeforeMs = nowMs - 60_000;
  const [current, old] = await Promise.all([
    createLocalKey({ commonName: LOCAL_COMMON_NAME, notBeforeMs, notAfterMs: nowMs + DAY_MS }),
    createLocalKey({ commonName: `${LOCAL_COMMON_NAME} (before rotation)`, notBeforeMs: nowMs - 365 * DAY_MS, notAfterMs: nowMs + DAY_MS }),
  ]);
  return { current, old };
}

/** One login without a defect, from the question to the verdict. */
export async function rehearseLogin(idp: LocalIdp, input: RehearsalInput): Promise<RehearsedLogin> {
  const entities = samlifyEntities(input.values, idp.current, input.sign !== 'Assertion');
  const asked = input.flow === 'sp-initiated' ? rehearseRequest(entities, input.values) : null;
  const plan = makePlan(input, asked?.request.id ?? null);
  const xml = answer(idp, plan);
  return {
    flow: input.flow,
    request: asked?.request ?? null,
    requestChecks: asked?.checks ?? [],
    inspection: inspectResponse(xml, [idp.current.certificate], plan.expectations),
    xml,
    secondOpinion: await secondOpinion(entities, xml),
    signedBy: { subject: idp.current.certificate.subject, sha256: idp.current.certificate.sha256 },
  };
}

/** The fault matrix of one flow: the same login once for each defect that it can have. */
export function rehearseDefects(idp: LocalIdp, input: RehearsalInput): readonly RehearsedDefect[] {
  return DEFECTS.filter((defect) => defect.flows.includes(input.flow)).flatMap((defect) => {
    const plan = makePlan(input, input.flow === 'sp-initiated' ? newId() : null);
    return defect.applies?.(plan) === false ? [] : [rehearseDefect(idp, defect, plan)];
  });
}

function rehearseDefect(idp: LocalIdp, defect: Defect, sound: LoginPlan): RehearsedDefect {
  const plan = defect.change(sound);
  const { verdict, checks } = inspectResponse(answer(idp, plan), [idp.current.certificate], plan.expectations);
  const failed = checks.filter((check) => check.result === 'fail');
  return {
    defectId: defect.id,
    verdict,
    failed,
    caught: verdict === 'rejected' && failed.some((check) => defect.fails.includes(check.code)),
  };
}

function makePlan(input: RehearsalInput, requestId: string | null): LoginPlan {
  return planLogin({ ...input, ids: { response: newId(), assertion: newId(), request: requestId } });
}

function answer(idp: LocalIdp, plan: LoginPlan): string {
  const key = plan.signWith === 'old' ? idp.old : idp.current;
  return signLoginResponse(writeLoginResponse(plan.login), { mode: plan.sign, key, signatureAlgorithm: plan.signatureAlgorithm });
}

/** An ID that nobody guesses (saml-core-2.0 section 1.3.4 asks for 128 random bits or more), and an xs:ID: no digit first. */
function newId(): string {
  return `_${randomBytes(20).toString('hex')}`;
}
