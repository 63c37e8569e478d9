import { makeLink } from '@/server/auth/links';
import { serving } from '../support/serveProcess';
import { answerProbes } from './probe';

/** The real server as a process of its own, which also tells its time, how it is doing, and lets a facilitator in. */
answerProbes(async (ask) =>
  ask === 'link'
    ? makeLink(
        serving.db,
        { email: 'bench@example.org', role: 'facilitator', madeBy: 'operator' },
        Date.now(),
      )
    : null,
);
