/**
 * Why a command was refused: a code for programs and a sentence for a person. Screens translate by code;
 * `{placeholders}` are filled from `values`.
 */
export const refusals = {
  invalid: 'That could not be understood. Reload the page and try again.',
  version: 'This page is older than the server. Reload it; nothing you typed is lost.',
  tooLarge: 'That is too long to send in one piece.',
  tooFast: 'That is too fast. Try again in {seconds} s.',
  unknown: 'There is nothing here by that name.',
  notRunning: 'The clock has not been started yet.',
  paused: 'The clock is paused. Resume it to go on.',
  ended: 'This run has ended. You can still read everything.',
  blocked: 'You are on a call. Hang up first.',
  wrongMode: 'This run has no mail to send: it is played by call.',
  noCalls: 'This run is played by mail: nobody can be rung.',
  emptyMail: 'Write something or choose what to ask about.',
  notYours: 'There is nothing here by that name.',
  unknownDetail: 'You do not know that yet, so it cannot be included.',
  undoTooLate: 'Too late to undo: the mail is out of your hands.',
  matesOwn: 'Somebody else in your team wrote that, so only they can take it back.',
  cardGone: 'That card is already done.',
  notPossible: 'That is not possible now.',
  repeated: 'This command was already used for something else.',
  unsaved: 'The server could not save that. Nothing is lost here; it will be tried again.',
  busy: 'The server is busy. Nothing is lost here; it will be tried again.',
  soloOff: 'Playing alone is switched off on this server. Join a session instead.',
  soloFull: 'Too many solo runs were started from here. Try again in {minutes} min.',
  notYet: 'This run has not ended yet. Finish it first; the next one begins after it.',
  movedOn: 'The next run of this plan has begun. Reload the page to go on in it.',
  planOver: 'You have played all runs of this plan.',
  wrongSignIn: 'That address and password do not belong together.',
  tooManyTries: 'Too many tries for this account. Try again in {minutes} min.',
  signInFirst: 'Sign in first.',
  linkGone: 'This link does not work any more, or it is incomplete. Ask for a new one.',
  wrongPassword: 'That is not your present password.',
  weakPassword: 'A password has 10 to 128 characters.',
  lastAdmin: 'There has to be at least one admin who can sign in.',
  noAccount: 'Nobody has an account with that address.',
  noSession: 'There is no session by that code. Look at the screen again.',
  sessionEnded: 'This session is over.',
  sessionLocked: 'This session takes nobody in any more. Ask whoever leads it.',
  sessionFull: 'This session is full.',
  teamFull: 'That team is full. Choose another one.',
  nameTaken:
    'Somebody here has that name already. Add something to it, or come back with your personal link.',
  nameNeeded: 'Give a name of at most 40 characters.',
  consentNeeded: 'You have to agree before you can take part.',
  notStarted: 'The session has not been started yet.',
  sceneClock: 'Here the clock follows each player, so its speed cannot be set.',
  alreadyBegun: 'That team has begun to play, so its members stay in it.',
  removed: 'You are no longer part of this session. Ask whoever leads it.',
  changed: 'Somebody else has saved this in the meantime. Look at what they wrote before you go on.',
  hasErrors: 'There are errors in it still. Correct them first.',
  packStays: 'This came with the program and stays as it is. Fork it, and change the fork.',
  badFile: 'That file cannot be taken in: {reason}',
  tooMany: 'This run holds as many mails as it can.',
} as const;
export type RefusalCode = keyof typeof refusals;
export interface Refusal {
  code: RefusalCode;
  message: string;
  values?: Record<string, string | number>;
}
/** The refusal with its English sentence filled in. */
export const refuse = (code: RefusalCode, values?: Record<string, string | number>): Refusal => ({
  code,
  message: refusals[code].replace(/\{(\w+)\}/g, (_, key: string) => String(values?.[key] ?? '')),
  ...(values && { values }),
});
