import type { Change, IngestProgress } from '@hearsay/ledger/questions/answers';
import { useEffect, useEffectEvent } from 'react';
import { routes } from './routes.ts';

interface Events {
  ingest: IngestProgress;
  change: Change;
}

const KINDS: readonly (keyof Events)[] = ['ingest', 'change'];

/** The lock of the page that listens, and the channel on which it tells the others. */
const SHARED = 'hearsay-events';

interface Told {
  kind: keyof Events;
  /** JSON, as the desk sent it. */
  data: string;
  /** The event's identifier: where to go on after it. */
  id: string;
}

const hearing = new EventTarget();
let lastHeard = '';
let isShared = false;

/** Calls `heard` with each event of a kind, as long as the caller is on the page. */
export function useEvents<Kind extends keyof Events>(kind: Kind, heard: (event: Events[Kind]) => void): void {
  const onHeard = useEffectEvent(heard);
  useEffect(() => {
    share();
    const listener = (event: Event) => {
      if (event instanceof MessageEvent) onHeard(JSON.parse(event.data));
    };
    hearing.addEventListener(kind, listener);
    return () => hearing.removeEventListener(kind, listener);
  }, [kind]);
}

/**
 * One page listens for all that are open: a browser keeps six connections to a host, so that a seventh page with one of
 * its own would never load. When it is closed another takes its place, and goes on after what was heard last.
 */
function share(): void {
  if (isShared) return;
  isShared = true;
  const channel = new BroadcastChannel(SHARED);
  const tell = ({ kind, data, id }: Told): void => {
    lastHeard = id;
    hearing.dispatchEvent(new MessageEvent(kind, { data }));
  };
  channel.addEventListener('message', ({ data }: MessageEvent<Told>) => tell(data));
  void navigator.locks.request(SHARED, () => {
    const source = new EventSource(routes.events(lastHeard));
    for (const kind of KINDS) {
      source.addEventListener(kind, ({ data, lastEventId }: MessageEvent<string>) => {
        const told = { kind, data, id: lastEventId };
        channel.postMessage(told);
        tell(told);
      });
    }
    // Held until the page is gone.
    return new Promise<never>(() => {});
  });
}
