import type { Distribution } from '@/core/contract/distribution';
import type { MailProfile } from '@/core/contract/persona';
import type { AuthoredMail, Recipient, Request, Scenario } from '@/core/contract/scenario';
import type { Settings } from '@/core/contract/whatIf';
import { prerequisitesOf } from '@/core/sim/scenario/depth';
import { personaOf } from '@/core/sim/scenario/personaOf';

/**
 * A scenario with settings put in: fewer requests, mail checked less often, calls taken less often, interruptions that
 * cost more, another length. With the usual settings it is the scenario as it stands.
 */
export function changedScenario(scenario: Scenario, settings: Settings): Scenario {
  const lengthMin = Math.max(5, Math.round(scenario.lengthMin * settings.length));
  const requests = firstRequests(scenario, settings.requests);
  const kept = new Set(requests.map((r) => r.id));
  const mail = scenario.mail.filter((m) => comes(m, kept, requests, lengthMin));
  const given = [...requests, ...mail].flatMap((x) => (x.gives ? [x.gives] : []));
  const used = new Set([...given, ...requests.flatMap((r) => r.details)]);
  return {
    ...scenario,
    lengthMin,
    requests,
    mail,
    details: scenario.details.filter((d) => d.known || used.has(d.id)),
    recipients: scenario.recipients.map((r) => changedRecipient(scenario, r, settings)),
  };
}

/** The first n requests in the order of the mission, each after what it needs: whatever is left can be answered. */
function firstRequests(scenario: Scenario, n: number): Request[] {
  const order: Request[] = [];
  const take = (request: Request): void => {
    if (order.includes(request)) return;
    for (const before of prerequisitesOf(scenario, request)) take(before);
    order.push(request);
  };
  for (const request of scenario.requests) take(request);
  const first = new Set(order.slice(0, n));
  return scenario.requests.filter((r) => first.has(r));
}

/** Whether an authored mail can still come: what triggers it is still asked, and before the end. */
function comes(
  { on, at = 0, delay }: AuthoredMail,
  kept: ReadonlySet<string>,
  requests: readonly Request[],
  lengthMin: number,
): boolean {
  if (!on) return at + delay < lengthMin;
  if ('asked' in on) return kept.has(on.asked);
  if ('answered' in on) return kept.has(on.answered);
  if ('solved' in on) return on.solved <= requests.filter((r) => r.required).length;
  if ('quiet' in on) return on.quiet + delay < lengthMin;
  return kept.has(on.notAnsweredAfter.request) && on.notAnsweredAfter.minutes + delay < lengthMin;
}

function changedRecipient(scenario: Scenario, recipient: Recipient, settings: Settings): Recipient {
  const { check, connects, interruption } = settings;
  if (check === 1 && connects === 1 && interruption === 1) return recipient;
  const { mail, call } = personaOf(scenario, recipient);
  const pickUp = Math.min(1, call.pickUp * connects);
  const lost = scaled(call.lost, interruption);
  return {
    ...recipient,
    tune: { ...recipient.tune, mail: slower(mail, check), call: { ...recipient.tune?.call, pickUp, lost } },
  };
}

/** Mail looked at that many times as late. Those who look at fixed times of day go on doing so. */
function slower(mail: MailProfile, factor: number): MailProfile {
  if (mail.profile === 'sampled') return { ...mail, delay: scaled(mail.delay, factor) };
  const { check } = mail;
  if (check.kind === 'fixed') return mail;
  return {
    ...mail,
    check:
      check.kind === 'notified'
        ? { kind: 'notified', delay: scaled(check.delay, factor) }
        : { kind: 'interval', gap: scaled(check.gap, factor) },
  };
}

/** A distribution of that many times the duration; none at all for 0. */
export function scaled(d: Distribution, factor: number): Distribution {
  if (factor === 0) return { kind: 'constant', value: 0 };
  const bounds = {
    ...(d.atLeast !== undefined && { atLeast: d.atLeast * factor }),
    ...(d.atMost !== undefined && { atMost: d.atMost * factor }),
  };
  switch (d.kind) {
    case 'constant':
      return { ...d, ...bounds, value: d.value * factor };
    case 'uniform':
    case 'loguniform':
      return { ...d, ...bounds, low: d.low * factor, high: d.high * factor };
    case 'triangular':
      return { ...d, ...bounds, low: d.low * factor, mode: d.mode * factor, high: d.high * factor };
    case 'exponential':
      return {
        ...d,
        ...bounds,
        mean: d.mean * factor,
        ...(d.shift !== undefined && { shift: d.shift * factor }),
      };
    case 'lognormal':
      return { ...d, ...bounds, median: d.median * factor };
    case 'lognormalMixture':
      return { ...d, ...bounds, parts: d.parts.map((p) => ({ ...p, median: p.median * factor })) };
    case 'empirical':
      return { ...d, ...bounds, values: d.values.map((v) => v * factor) };
  }
}
