import { isMission } from '@/core/contract/scenario';
import type { SessionSettings } from '@/core/contract/session';
import { type SessionEvent, sessionEventVersion } from '@/core/contract/sessionEvent';
import type { Who } from '../auth/may';
import type { Database } from '../store/database';
import { headedScenario } from '../store/scenarios';
import { createSession } from '../store/sessions';
import { isOffered } from './offered';
import { practiceScenario } from './solo';
import { twinFor } from './twin';

export interface WantedSession {
  /** Slug of a mission; its newest version is played. */
  scenario: string;
  settings: SessionSettings;
  seed: string;
  owner: Who & { accountId: string };
}

/** Opens a session; null for a mission that is unknown or not offered to its owner. Codes are drawn until one is free. */
export async function openSession(
  db: Database,
  { scenario: wanted, settings, seed, owner }: WantedSession,
  made: { sessionId: string; now: number; newCode: () => string; screenHash: string },
): Promise<{ sessionId: string; code: string } | null> {
  const found = await headedScenario(db, wanted);
  if (!found || !isOffered(owner, found.head) || !isMission(found.scenario)) return null;
  const { scenario } = found;
  const twin = settings.twin ? await twinFor(db, scenario) : null;
  const practice = settings.practice ? await practiceScenario(db) : null;
  const { sessionId, now, newCode, screenHash } = made;
  const ref = (s: { slug: string; version: number }) => ({ slug: s.slug, version: s.version });
  const opened: SessionEvent = {
    type: 'session.opened',
    seq: 1,
    v: sessionEventVersion,
    at: now,
    actor: `a:${owner.accountId}`,
    data: {
      settings,
      scenario: ref(scenario),
      twin: twin && ref(twin),
      practice: practice && ref(practice),
      seed,
    },
  };
  const session = {
    sessionId,
    title: settings.title,
    scenario: ref(scenario),
    screenHash,
    owner: owner.accountId,
    opened,
  };
  for (;;) {
    const code = newCode();
    if (await createSession(db, { ...session, code })) return { sessionId, code };
  }
}
