/** What the servers of the tests sign with. */
export const authSecret = 'a secret of 32 letters for tests';
