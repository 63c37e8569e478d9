import type { Scenario } from '@/core/contract/scenario';
import { answeredBy } from '@/core/sim/world';
import { Play } from './play';

/**
 * A diligent player by mail: every minute sends what can be sent with the details known, answers questions, turns to deputies
 * and reminds after `remindMin`. For tests of scenarios; the product's own policies look only at a view.
 */
export function playDiligently(scenario: Scenario, seed: string, remindMin = 20): Play {
  const play = new Play(scenario, seed);
  const lastAsked = new Map<string, number>();
  for (let min = 1; min < scenario.lengthMin; min++) {
    play.until(min);
    for (const request of scenario.requests) {
      const state = play.state.requests.get(request.id);
      if (!state || state.answeredMs !== null) continue;
      const known = request.details.filter((d) => play.state.facts.has(d));
      const asked = lastAsked.get(request.id);
      const due = asked === undefined || min - asked >= remindMin || state.question;
      if (known.length < request.details.length || !due) continue;
      const to = answeredBy(play.state.world, request);
      play.at(min, 'mail.send', {
        to,
        subject: request.title,
        text: request.ask,
        asks: [request.id],
        details: known,
      });
      if (state.question) state.question = false;
      lastAsked.set(request.id, min);
    }
  }
  return play.until(scenario.lengthMin);
}
