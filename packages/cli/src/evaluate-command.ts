import { loadModel } from '@hearsay/reader/model/load-model';
import { corpusFailure } from './corpus-failure.ts';
import { corpusFile } from './corpus-file.ts';
import type { EvaluateOptions } from './evaluate-options.ts';
import { complain, print } from './output.ts';

/** What every scorer gives: figures between 0 and 1 under dotted names. */
interface Report {
  task: string;
  items: number;
  metrics: Record<string, number>;
}

const BODIES = /\bbodies\.jsonl(?:\.gz)?$/;
const JSON_LINES = /\.jsonl(?:\.gz)?$/;

/** Scores this build on a corpus and prints the figures; returns whether it could. */
export async function runEvaluate(options: EvaluateOptions): Promise<boolean> {
  try {
    const report = await evaluate(options);
    await print(options.json ? `${JSON.stringify(report)}\n` : table(report));
    return true;
  } catch (error) {
    complain(options.data, corpusFailure(options.task, error));
    return false;
  }
}

async function evaluate({ task, data }: EvaluateOptions): Promise<Report> {
  switch (task) {
    case 'times':
      return (await import('@hearsay/reader/evaluation/times')).evaluateTimes(corpusFile(data, JSON_LINES));
    case 'extraction':
      return (await import('@hearsay/reader/evaluation/extraction')).evaluateExtraction(data, loadModel());
    case 'attribution': {
      const { evaluateAttribution } = await import('@hearsay/reader/evaluation/attribution');
      return evaluateAttribution(corpusFile(data, JSON_LINES), loadModel());
    }
    case 'copies':
      return (await import('@hearsay/ledger/evaluation/copies')).evaluateCopies(data, loadModel());
    case 'claims':
      return (await import('@hearsay/ledger/evaluation/claims')).evaluateClaims(data, loadModel());
    case 'stance': {
      const { evaluateStance } = await import('@hearsay/ledger/evaluation/stance');
      const { loadStanceModel } = await import('@hearsay/ledger/stance/load-stance-model');
      return evaluateStance(data, loadModel(), loadStanceModel());
    }
    case 'desk': {
      const { evaluateDesk } = await import('@hearsay/reader/evaluation/desk');
      return evaluateDesk(corpusFile(data, /^desk\b.*\.json$/), loadModel());
    }
    case 'stories': {
      const { evaluateStories } = await import('@hearsay/ledger/evaluation/stories');
      return evaluateStories(corpusFile(data, BODIES), loadModel());
    }
    case 'entities': {
      const { ENTITY_PAIRS, evaluateEntities } = await import('@hearsay/ledger/evaluation/entities');
      return evaluateEntities(corpusFile(data, BODIES), ENTITY_PAIRS, loadModel());
    }
  }
}

function table({ task, items, metrics }: Report): string {
  const width = Math.max(...Object.keys(metrics).map((name) => name.length));
  const rows = Object.entries(metrics).map(([name, value]) => `  ${name.padEnd(width)}  ${value.toFixed(3)}`);
  return `${task}: ${items} items\n${rows.join('\n')}\n`;
}
