/** What hears the notices of one channel. */
export type NoticeListener = {
  readonly onNotice: (text: string) => void;
  /** The connection broke and is there again: notices in between are lost. */
  readonly onResume: () => void;
};

/** Hears a channel's notices (PostgreSQL's NOTIFY) from every process, until the returned function is called. */
export type Listen = (channel: string, listener: NoticeListener) => Promise<() => Promise<void>>;
