import { isMission } from '@/core/contract/scenario';
import type { SessionSettings } from '@/core/contract/session';
import { type SessionEvent, sessionEventVersion } from '@/core/contract/sessionEvent';
import type { Database } from '../store/database';
import { currentScenario } from '../store/scenarios';
import { createSession } from '../store/sessions';
import { practiceScenario } from './solo';
import { twinFor } from './twin';

export interface WantedSession {
  /** Slug of a mission; its newest version is played. */
  scenario: string;
  settings: SessionSettings;
  seed: string;
  owner: string;
}

/** Opens a session; null for an unknown mission. Codes are drawn until one is free. */
export async function openSession(
  db: Database,
  { scenario: wanted, settings, seed, owner }: WantedSession,
  made: { sessionId: string; now: number; newCode: () => string; screenHash: string },
): Promise<{ sessionId: string; code: string } | null> {
  const scenario = await currentScenario(db, wanted);
  if (!scenario || !isMission(scenario)) return null;
  const twin = settings.twin ? await twinFor(db, scenario) : null;
  const practice = settings.practice ? await practiceScenario(db) : null;
  const { sessionId, now, newCode, screenHash } = made;
  const ref = (s: { slug: string; version: number }) => ({ slug: s.slug, version: s.version });
  const opened: SessionEvent = {
    type: 'session.opened',
    seq: 1,
    v: sessionEventVersion,
    at: now,
    actor: `a:${owner}`,
    data: {
      settings,
      scenario: ref(scenario),
      twin: twin && ref(twin),
      practice: practice && ref(practice),
      seed,
    },
  };
  const session = { sessionId, title: settings.title, scenario: ref(scenario), screenHash, owner, opened };
  for (;;) {
    const code = newCode();
    if (await createSession(db, { ...session, code })) return { sessionId, code };
  }
}
