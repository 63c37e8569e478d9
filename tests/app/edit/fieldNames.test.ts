import { expect, it } from 'vitest';
import messages from '@/app/_messages/en.json';

const { brief, recipients, requests, mail, desk, trigger, persona, fieldNames, details } = messages.editor;

it.each([
  [fieldNames.you, brief.you],
  [fieldNames.story, brief.story],
  [fieldNames.goal, brief.goal],
  [fieldNames.start, brief.start],
  [fieldNames.lengthMin, brief.length],
  [fieldNames.playMin, brief.playMin],
  [fieldNames.name, recipients.name],
  [fieldNames.role, recipients.role],
  [fieldNames.about, recipients.about],
  [fieldNames.deputy, recipients.deputy],
  [fieldNames.persona, persona.title],
  [fieldNames.recipient, requests.recipient],
  [fieldNames.phrasings, requests.phrasings],
  [fieldNames.keywords, requests.keywords],
  [fieldNames.ask, requests.ask],
  [fieldNames.answer, requests.answer],
  [fieldNames.from, mail.from],
  [fieldNames.subject, mail.subject],
  [fieldNames.text, mail.text],
  [fieldNames.text, details.text],
  [fieldNames.at, trigger.minute],
  [fieldNames.title, desk.title],
  [fieldNames.intro, desk.intro],
  [fieldNames.prompt, desk.prompt],
])('the list of problems says “%s” of the field “%s”', (listed, label) => {
  expect(listed).toBe(label.toLowerCase());
});

it('the brief goes by one name where it is written and where it is played', () => {
  expect(messages.play.ready.goal).toBe(brief.goal);
});
