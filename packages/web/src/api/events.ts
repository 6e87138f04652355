import type { Change, IngestProgress } from '@hearsay/ledger/questions/answers';
import { useEffect, useEffectEvent } from 'react';
import { routes } from './routes.ts';

interface Events {
  ingest: IngestProgress;
  change: Change;
}

let source: EventSource | null = null;

/** Calls `heard` with each event of a kind, as long as the caller is on the page. One connection serves all. */
export function useEvents<Kind extends keyof Events>(kind: Kind, heard: (event: Events[Kind]) => void): void {
  const onHeard = useEffectEvent(heard);
  useEffect(() => {
    source ??= new EventSource(routes.events);
    const connection = source;
    const listener = (event: MessageEvent<string>) => onHeard(JSON.parse(event.data));
    connection.addEventListener(kind, listener);
    return () => connection.removeEventListener(kind, listener);
  }, [kind]);
}
