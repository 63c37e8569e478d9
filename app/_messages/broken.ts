/** Texts of the page shown when a page could not be made: apart from the rest, since loading texts may be what failed. */
export const broken = {
  title: 'Something went wrong on our side',
  text: 'Nothing you sent is lost: every mail was saved before it was confirmed. Try again in a moment.',
  again: 'Try again',
} as const;
