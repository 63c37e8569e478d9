/** Lets asynchronous work take turns: each piece starts when the one before has settled, in the order it was asked for. */
export class Turns {
  #last: Promise<unknown> = Promise.resolve();

  take<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#last.then(work, work);
    this.#last = turn.catch(() => undefined);
    return turn;
  }

  /** Resolves when everything asked for so far has settled. */
  async idle(): Promise<void> {
    await this.#last;
  }
}
