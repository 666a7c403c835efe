/** Attacks that happened at one second of Unix time. */
export interface Tick {
  readonly at: number;
  readonly count: number;
}

/** What every stored record may say about when it can be seen. Times are Unix seconds. */
export interface TimedRecord {
  /** The record is hidden before this second: a row that arrives late. */
  readonly visibleFrom?: number;
  /** With it the record starts at the first tick and grows with every later one. */
  readonly growth?: readonly Tick[];
}

/** How a product shows one record at a second: hidden, as it stands, or only as far as it has grown. */
export type Settle<R> = (record: R, now: number) => R | undefined;

const MAX_CACHED_QUERIES = 64;

/**
 * The records of one product.
 *
 * A filtered and sorted list is kept until the data, or the second on a clock that lets records grow,
 * changes: walking 10,000 pages of one query sorts once.
 */
export class RecordStore<R extends TimedRecord> {
  readonly #records = new Map<string, R>();
  readonly #queries = new Map<string, { stamp: string; rows: readonly R[] }>();
  #visible: { stamp: string; rows: readonly R[] } | undefined;
  #version = 0;
  #timed = 0;

  constructor(
    private readonly idOf: (record: R) => string,
    private readonly settle: Settle<R>,
    private readonly timeDependent: (record: R) => boolean,
  ) {}

  get size(): number {
    return this.#records.size;
  }

  add(records: readonly R[]): void {
    for (const record of records) {
      this.remove(this.idOf(record));
      this.#records.set(this.idOf(record), record);
      if (this.timeDependent(record)) this.#timed += 1;
    }
    this.#version += 1;
  }

  /** @throws when there is no such record: a test that updates nothing proves nothing. */
  update(id: string, patch: Partial<R> | ((record: R) => R)): R {
    const before = this.#records.get(id);
    if (!before) throw new Error(`no record ${id} to update`);
    const after = typeof patch === "function" ? patch(before) : { ...before, ...patch };
    if (this.idOf(after) !== id) throw new Error(`an update must not change the id ${id}`);
    this.#timed += Number(this.timeDependent(after)) - Number(this.timeDependent(before));
    this.#records.set(id, after);
    this.#version += 1;
    return after;
  }

  remove(id: string): boolean {
    const record = this.#records.get(id);
    if (!record) return false;
    if (this.timeDependent(record)) this.#timed -= 1;
    this.#version += 1;
    return this.#records.delete(id);
  }

  clear(): void {
    this.#records.clear();
    this.#timed = 0;
    this.#version += 1;
  }

  /** The record as it shows at `now`, or nothing when it does not exist or is still hidden. */
  get(id: string, now: number): R | undefined {
    const record = this.#records.get(id);
    return record && this.settle(record, now);
  }

  /** Every record that shows at `now`, in the order of insertion. */
  visible(now: number): readonly R[] {
    const stamp = this.#stamp(now);
    if (this.#visible?.stamp !== stamp) {
      const rows: R[] = [];
      for (const record of this.#records.values()) {
        const shown = this.settle(record, now);
        if (shown) rows.push(shown);
      }
      this.#visible = { stamp, rows };
    }
    return this.#visible.rows;
  }

  /** `select` filters and sorts; its result is kept under `key` while nothing changes. */
  query(key: string, now: number, select: (rows: readonly R[]) => readonly R[]): readonly R[] {
    const stamp = this.#stamp(now);
    const cached = this.#queries.get(key);
    if (cached?.stamp === stamp) return cached.rows;
    const rows = select(this.visible(now));
    this.#queries.delete(key);
    this.#queries.set(key, { stamp, rows });
    for (const oldest of this.#queries.keys()) {
      if (this.#queries.size <= MAX_CACHED_QUERIES) break;
      this.#queries.delete(oldest);
    }
    return rows;
  }

  #stamp(now: number): string {
    return this.#timed > 0 ? `${this.#version}@${now}` : `${this.#version}`;
  }
}
