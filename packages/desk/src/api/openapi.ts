import * as answers from '@hearsay/ledger/questions/answers';
import { z } from 'zod';
import { PROBLEMS, type ProblemName } from '../problem.ts';
import { WRITE_HEADER } from '../security/own-requests.ts';
import { COMMON_PROBLEMS, OPERATIONS, type Operation } from './operations.ts';

/** Answers and their parts that have a name in the document; everything else stands where it is used. */
const NAMED: Readonly<Record<string, z.ZodType>> = {
  Article: answers.articleAnswer,
  ArticleCard: answers.articleCard,
  Change: answers.change,
  Claim: answers.claimAnswer,
  ClaimCard: answers.claimCard,
  ClaimEvidence: answers.claimEvidence,
  Comparison: answers.revisionComparison,
  Decided: answers.decided,
  DecisionEntry: answers.decisionEntry,
  Desk: answers.deskAnswer,
  Entity: answers.entityAnswer,
  EntityCard: answers.entityCard,
  Evidence: answers.evidence,
  IngestProgress: answers.ingestProgress,
  OriginGraph: answers.originGraph,
  Problem: answers.problem,
  Search: answers.searchAnswer,
  SkippedEntry: answers.skippedEntry,
  Story: answers.storyAnswer,
  StoryCard: answers.storyCard,
  Suggestions: answers.suggestions,
};

/** The document at `/openapi.json` (OpenAPI 3.1, whose schemas are those of JSON Schema 2020-12). Pure. */
export function openApiDocument(version: string): object {
  const registry = z.registry<{ id: string }>();
  for (const [name, schema] of Object.entries(NAMED)) registry.add(schema, { id: name });
  const inDocument = (schema: z.ZodType): object => {
    const name = registry.get(schema)?.id;
    return name === undefined ? schemaOf(schema, registry) : { $ref: reference(name) };
  };
  const { schemas } = z.toJSONSchema(registry, { uri: reference, io: 'output' });
  const paths: Record<string, Record<string, object>> = {};
  for (const operation of OPERATIONS) {
    paths[operation.path] ??= {};
    paths[operation.path][operation.method] = described(operation, inDocument);
  }
  return {
    openapi: '3.1.1',
    info: {
      title: 'Hearsay desk',
      version,
      description: 'Who says what, through whom, and how firmly: the ledger of a verification desk. Loopback only.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    paths,
    components: { schemas: Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, bare(schema)])) },
  };
}

function described(operation: Operation, inDocument: (schema: z.ZodType) => object): object {
  const { name, method, path, summary, asked, body, status, answer, problems } = operation;
  const parameters: object[] = Object.entries(asked.shape).map(([parameter, schema]) => {
    const isInPath = path.includes(`{${parameter}}`);
    const required = isInPath || !z.safeParse(schema as z.ZodType, undefined).success;
    return {
      name: parameter,
      in: isInPath ? 'path' : 'query',
      required,
      schema: bare(z.toJSONSchema(schema as z.ZodType)),
    };
  });
  if (method !== 'get') parameters.push({ name: WRITE_HEADER, in: 'header', required: true, schema: { const: '1' } });
  const content = (types: Readonly<Record<string, z.ZodType | null>>): object =>
    Object.fromEntries(
      Object.entries(types).map(([type, schema]) => [type, schema === null ? {} : { schema: inDocument(schema) }]),
    );
  return {
    operationId: name,
    summary,
    ...(parameters.length > 0 && { parameters }),
    ...(body && { requestBody: { required: true, content: content(body) } }),
    responses: {
      [status]: { description: summary, content: content(answer) },
      ...(method === 'get' && 'application/json' in answer && name !== 'ingest'
        ? { 304: { description: 'As the ETag in If-None-Match says it was' } }
        : {}),
      ...problemResponses([...problems, ...COMMON_PROBLEMS], inDocument),
      default: {
        description: 'Any other error',
        content: { 'application/problem+json': { schema: inDocument(answers.problem) } },
      },
    },
  };
}

/** By status: several kinds of error can share one. */
function problemResponses(kinds: readonly ProblemName[], inDocument: (schema: z.ZodType) => object): object {
  const byStatus = Map.groupBy(new Set(kinds), (kind) => PROBLEMS[kind].status);
  return Object.fromEntries(
    [...byStatus].map(([status, those]) => [
      status,
      {
        description: those.map((kind) => `\`urn:hearsay:problem:${kind}\`: ${PROBLEMS[kind].title}`).join('; '),
        content: { 'application/problem+json': { schema: inDocument(answers.problem) } },
      },
    ]),
  );
}

function schemaOf(schema: z.ZodType, registry: z.core.$ZodRegistry<{ id: string }>): object {
  // Parts of it that have a name are referred to by it.
  const own = z.registry<{ id: string }>();
  for (const [name, named] of Object.entries(NAMED)) if (registry.has(named)) own.add(named, { id: name });
  own.add(schema, { id: '$here' });
  const { schemas } = z.toJSONSchema(own, { uri: reference, io: 'output' });
  return bare(schemas.$here);
}

/** Without what says by itself which standard and document it is: the document around it does. */
function bare(schema: object): object {
  const { $schema, $id, id, ...rest } = schema as Record<string, unknown>;
  return rest;
}

function reference(name: string): string {
  return `#/components/schemas/${name}`;
}
