/** A browser's storage in memory. It refuses what goes over `most` characters, as a browser does. */
export class MemoryStorage implements Storage {
  private readonly items = new Map<string, string>();
  constructor(private readonly most = Number.POSITIVE_INFINITY) {}

  get length(): number {
    return this.items.size;
  }
  key = (n: number): string | null => [...this.items.keys()][n] ?? null;
  getItem = (name: string): string | null => this.items.get(name) ?? null;
  removeItem = (name: string): void => void this.items.delete(name);
  clear = (): void => this.items.clear();
  setItem(name: string, value: string): void {
    if (value.length > this.most) throw new DOMException('full', 'QuotaExceededError');
    this.items.set(name, value);
  }
}
