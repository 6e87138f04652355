import { type Command, InvalidArgumentError, Option } from 'commander';
import { ledgerOption } from './ledger-commands.ts';

/** What a search and an export can be told; held here so that `--help` loads nothing of the ledger. */
const SEARCHED = ['claims', 'quotations', 'articles', 'entities'] as const;
const FORMATS = ['jsonl', 'csv', 'web-annotation', 'claim-review', 'citron'] as const;

/** Adds the commands that ask a ledger. */
export function addQuestionCommands(program: Command, done: (whole: boolean) => void): void {
  program
    .command('claim')
    .description('who reports what a sentence says, who denies it, from how many origins, and how it stands')
    .argument('<sentence>', 'what is claimed, in English; or the number of a claim, as lists show it', sentence)
    .addOption(ledgerOption())
    .option('--json', 'print one JSON object')
    .addHelpText('after', CLAIM_EXAMPLES)
    .action(async (sentence: string, options: { ledger: string; json?: boolean }) => {
      done(await (await import('./claim-command.ts')).runClaim(sentence, options));
    });

  program
    .command('search')
    .description('find claims, quotations, articles and entities by words and filters')
    .argument('<query...>', 'words, "phrases", -word, and filters such as speaker:Vell or after:2026-04-01')
    .addOption(ledgerOption())
    .addOption(new Option('--in <kind>', 'only one kind, and more of it').choices(SEARCHED))
    .option('--json', 'print one JSON object')
    .addHelpText('after', SEARCH_EXAMPLES)
    .action(async (words: string[], options: import('./search-command.ts').SearchOptions, command: Command) => {
      const query = words.join(' ');
      // What is left without a filter answers another question: only who can read `problems` beside it is given that.
      if (!options.json)
        await refuseUnclear(query, command, 'Nothing was searched: what is left asks for something else.');
      done(await (await import('./search-command.ts')).runSearch(query, options));
      if (options.json) await refuseUnclear(query, command);
    });

  program
    .command('export')
    .description('print a part of the ledger in a format that others read')
    .argument('[query...]', 'a search: only the assertions that it finds')
    .addOption(ledgerOption())
    .addOption(new Option('--format <format>', 'what to print').choices(FORMATS).default('jsonl'))
    .option('--claim <id>', 'what is said of a claim', id)
    .option('--story <id>', 'what the articles of a story say', id)
    .option('--entity <id>', 'what an entity says', id)
    .option('--article <id>', 'one article; as jsonl, its whole reading', id)
    .addHelpText('after', EXPORT_EXAMPLES)
    .action(async (words: string[], options: import('./export-command.ts').ExportOptions, command: Command) => {
      const query = words.join(' ');
      await refuseUnclear(query, command, 'Nothing was exported: what is left asks for something else.');
      done(await (await import('./export-command.ts')).runExport(query, options));
    });

  program
    .command('stats')
    .description('count sources by article and outlet, the unnamed among them, and quotations a person')
    .addOption(ledgerOption())
    .option('--json', 'print one JSON object')
    .addHelpText('after', '\nExample:\n  hearsay stats --ledger news.db\n')
    .action(async (options: { ledger: string; json?: boolean }) => {
      done(await (await import('./stats-command.ts')).runStats(options));
    });
}

function sentence(value: string): string {
  if (value.trim() === '') throw new InvalidArgumentError('Give what is claimed, or the number of a claim.');
  return value;
}

/** A query that is not understood whole is wrong usage, of which `outcome` says what it led to. */
async function refuseUnclear(query: string, command: Command, outcome?: string): Promise<void> {
  const { problems } = (await import('@hearsay/ledger/search/search-query')).parseSearch(query);
  if (problems.length === 0) return;
  command.error([...problems.map((problem) => `error: ${problem}`), ...(outcome ? [outcome] : [])].join('\n'));
}

function id(value: string): number {
  const number = Number(value);
  if (!Number.isInteger(number) || number < 1) throw new InvalidArgumentError('Give a number of the ledger, from 1.');
  return number;
}

const CLAIM_EXAMPLES = `
Examples:
  hearsay claim "Tamas Orel was killed in an air strike" --ledger news.db
  hearsay claim 12 --ledger news.db
`;

const SEARCH_EXAMPLES = `
Filters: act, after, before, certainty, claim, entity, kind, outlet, polarity, speaker, stance, status, story. claim, entity and
story take a number, as the lists show it; speaker a name, or a body's as reports call it ("the army"; bare "officials" are
nobody). status by itself lists claims of at least two articles; with words others too. One given twice takes either value.
after: includes its day, before: does not; a year or a month stands for its first day. -word takes from what other words
find, and needs one beside it. Entities are found by name, in articles that the filters hold for. A query that begins with
"-" comes after "--". One that is not understood is wrong usage (2).

Examples:
  hearsay search 'speaker:"Mara Vell" certainty:Uu after:2026-04-01 airstrike'
  hearsay search '"turned out to be false" -ferry' --in articles --json
`;

const EXPORT_EXAMPLES = `
jsonl prints an assertion with its exact words a line; csv one a row; web-annotation one W3C AnnotationCollection;
claim-review an array of schema.org ClaimReviews, one for each verdict of an editor; citron a document of Citron's a line.

Examples:
  hearsay export --format csv 'speaker:Vell after:2026-04-01' > vell.csv
  hearsay export --format web-annotation --article 12
  hearsay export --claim 3 | jq .words
`;
