import { type Answer, ask, BLANK, ifMatch, post, type Query, read, readFile } from './client';
import type {
  AccountChange,
  AccountHistory,
  AccountPage,
  AccountPoints,
  AccountPotentialView,
  AccountRecords,
  AccountView,
  ApiKeyList,
  ApiKeyWithSecret,
  AtlasCountries,
  AtlasPlaces,
  ColumnProfile,
  ColumnProfileContent,
  ColumnProfiles,
  Company,
  Comparison,
  DeliveryList,
  DesignBrief,
  DifferencePage,
  FindingList,
  GapWaiver,
  ImportFields,
  ImportReport,
  Job,
  KpiTable,
  LeadPage,
  LeadView,
  MarketSummary,
  Move,
  MovePreview,
  NewLead,
  NewPlan,
  NewScenario,
  NewUser,
  PairPage,
  PairView,
  Patch,
  PlanList,
  PlanView,
  PotentialModel,
  PotentialPreview,
  PotentialView,
  ProposedMovePage,
  ProposedMoveView,
  PublicationDryRun,
  PublicationList,
  PublicationView,
  QualityAcceptance,
  QualityLimitsView,
  QualityView,
  RepresentativeList,
  ReturnedSheet,
  RuleSetView,
  ScenarioChange,
  ScenarioEdit,
  ScenarioList,
  ScenarioReasons,
  ScenarioRules,
  ScenarioSummary,
  ScenarioUnits,
  StandingView,
  TradeOffRequest,
  UserChange,
  UserList,
  UserWithSecret,
  WhiteSpaceTable,
} from './wire';

/** A scenario with the tag that edits must show, so that nobody overwrites a change unseen. */
export interface Tagged<T> {
  readonly value: T;
  readonly etag: string | undefined;
}

const tagged = <T>({ body, etag }: Answer<T>): Tagged<T> => ({ value: body, etag });
const at = (strings: TemplateStringsArray, ...ids: readonly string[]) =>
  String.raw({ raw: strings }, ...ids.map(encodeURIComponent));

export const getCompany = () => read<Company>('/company');
export const getRepresentatives = () => read<RepresentativeList>('/representatives');

export const getPlans = () => read<PlanList>('/plans');
export const createPlan = (plan: NewPlan) => post<PlanView>('/plans', plan);
export const getScenarios = (planId: string) => read<ScenarioList>(at`/plans/${planId}/scenarios`);
export const createScenario = (planId: string, scenario: NewScenario) =>
  post<ScenarioSummary>(at`/plans/${planId}/scenarios`, scenario);

export const getScenario = async (id: string) =>
  tagged(await ask<ScenarioSummary>('GET', at`/scenarios/${id}`));
export const getUnits = (id: string) => read<ScenarioUnits>(at`/scenarios/${id}/units`);
export const changeScenario = async (id: string, etag: string, change: ScenarioChange) =>
  tagged(
    await ask<ScenarioSummary>('PATCH', at`/scenarios/${id}`, { body: change, ...ifMatch(etag) }),
  );
/** A scenario as a workbook. */
export const getSheet = (id: string) => readFile(at`/scenarios/${id}/sheet`);
/** Takes an edited workbook back; makes a scenario of it when it gets a name. */
export const returnSheet = async (id: string, file: File, name: string, signal: AbortSignal) =>
  (
    await ask<ReturnedSheet>('POST', at`/scenarios/${id}/sheet`, {
      form: importForm(file, { name }),
      signal,
    })
  ).body;
export const deleteScenario = (id: string) => ask<void>('DELETE', at`/scenarios/${id}`);

export const moveUnits = async (id: string, etag: string | undefined, move: Move) =>
  tagged(
    await ask<ScenarioEdit>('POST', at`/scenarios/${id}/moves`, { body: move, ...ifMatch(etag) }),
  );
export const undoEdit = async (id: string, etag: string | undefined) =>
  tagged(await ask<ScenarioEdit>('POST', at`/scenarios/${id}/undo`, ifMatch(etag)));
export const redoEdit = async (id: string, etag: string | undefined) =>
  tagged(await ask<ScenarioEdit>('POST', at`/scenarios/${id}/redo`, ifMatch(etag)));
export const previewMove = async (id: string, move: Move, signal: AbortSignal) =>
  (await ask<MovePreview>('POST', at`/scenarios/${id}/moves/preview`, { body: move, signal })).body;
export const compareScenarios = (id: string, against: string) =>
  read<Comparison>(at`/scenarios/${id}/comparison`, { with: against });

export const designScenario = (id: string, brief: DesignBrief) =>
  post<Job>(at`/scenarios/${id}/design`, brief);
export const findTradeOff = (id: string, request: TradeOffRequest) =>
  post<Job>(at`/scenarios/${id}/trade-off`, request);
export const openTradeOffPlan = (id: string, jobId: string, number: number) =>
  post<ScenarioSummary>(at`/scenarios/${id}/trade-off/${jobId}/plans/${String(number)}`);
export const getReason = (id: string, unit: string) =>
  read<ScenarioReasons>(at`/scenarios/${id}/reasons`, { unit });
export const replayDesign = (id: string) => post<Job>(at`/scenarios/${id}/replay`);
export const getJob = (id: string) => read<Job>(at`/jobs/${id}`);
export const cancelJob = async (id: string) => (await ask<Job>('DELETE', at`/jobs/${id}`)).body;

export const dryRunPublication = (id: string, effectiveFrom: string) =>
  post<PublicationDryRun>(at`/scenarios/${id}/publications/dry-run`, { effectiveFrom });
export const publishScenario = async (
  id: string,
  effectiveFrom: string,
  key: string,
  waiver: GapWaiver | null,
) =>
  (
    await ask<PublicationView>('POST', at`/scenarios/${id}/publications`, {
      body: { effectiveFrom, waiver },
      headers: { 'Idempotency-Key': key },
    })
  ).body;
export const getScenarioRules = async (id: string) =>
  tagged(await ask<ScenarioRules>('GET', at`/scenarios/${id}/rules`));
export const setScenarioRules = async (id: string, etag: string | undefined, text: string) =>
  tagged(
    await ask<ScenarioRules>('PUT', at`/scenarios/${id}/rules`, {
      body: { text },
      ...ifMatch(etag),
    }),
  );
export const getPublications = (planId: string) =>
  read<PublicationList>(at`/plans/${planId}/publications`);

export interface FindingQuery {
  readonly doubt: string | undefined;
  /** Its code; empty for accounts that are nobody's. */
  readonly territory: string | undefined;
}

export const getPotential = async () => tagged(await ask<PotentialView>('GET', '/potential'));
export const setPotentialModel = async (model: PotentialModel, etag: string | undefined) =>
  tagged(await ask<PotentialView>('PUT', '/potential/model', { body: model, ...ifMatch(etag) }));
export const previewPotential = async (model: PotentialModel, signal: AbortSignal) =>
  (await ask<PotentialPreview>('POST', '/potential/preview', { body: model, signal })).body;
export const applyPotential = async (etag: string | undefined) =>
  (await ask<Job>('POST', '/potential/apply', ifMatch(etag))).body;
export const withdrawPotential = () => post<Job>('/potential/withdraw');
export const getAccountPotential = (id: string) =>
  read<AccountPotentialView>(at`/accounts/${id}/potential`);
const findingQuery = ({ doubt, territory }: FindingQuery): Query => ({
  doubt,
  territory: territory === '' ? BLANK : territory,
});

export const getQuality = (id: string) => read<QualityView>(at`/scenarios/${id}/quality`);
export const getQualityFindings = (id: string, query: FindingQuery, limit: number) =>
  read<FindingList>(at`/scenarios/${id}/quality/findings`, { ...findingQuery(query), limit });
export const getQualityFindingsFile = (id: string, query: FindingQuery) =>
  read<string>(at`/scenarios/${id}/quality/findings/export`, findingQuery(query));
/** Accepts what a dry run showed as doubtful; refused when it is more by now. */
export const acceptQuality = (run: PublicationDryRun, why: string) =>
  post<QualityAcceptance>(at`/scenarios/${run.scenarioId}/quality/acceptances`, {
    share: run.doubtfulShare ?? 0,
    effectiveFrom: run.effectiveFrom,
    why,
  });
export const setQualityLimits = async (limits: QualityLimitsView) =>
  (await ask<QualityLimitsView>('PUT', '/quality/limits', { body: limits })).body;

export const getScenarioKpis = (id: string) => read<KpiTable>(at`/scenarios/${id}/kpis`);
export const getPlanKpis = (planId: string) => read<KpiTable>(at`/plans/${planId}/kpis`);
/** The layer that everything is published to today. */
export const LAYER = 'new-business';

/** Whether the ledger says what the rules in force decide. */
export const getStanding = () => read<StandingView>(at`/layers/${LAYER}/standing`);

export const runStanding = () => post<StandingView>(at`/layers/${LAYER}/standing`, {});

export const getDifferences = () =>
  read<DifferencePage>(at`/layers/${LAYER}/standing/differences`, { limit: 100 });

export const getProposedMoves = () =>
  read<ProposedMovePage>(at`/layers/${LAYER}/proposed-moves`, { limit: 100 });

export const makeProposedMove = (id: string) =>
  post<ProposedMoveView>(at`/proposed-moves/${id}/make`, {});

export const getRules = (planId: string) => read<RuleSetView>(at`/plans/${planId}/rules`);

export const getAccounts = (query: {
  readonly q?: string;
  readonly territory?: string;
  readonly missing?: boolean;
  readonly standing?: string;
  readonly cursor?: string;
  readonly limit?: number;
}) => read<AccountPage>('/accounts', query);
export const getOwnAccountPoints = () => read<AccountPoints>('/accounts/points');
export const getAccount = (id: string) => read<AccountView>(at`/accounts/${id}`);
export const changeAccount = async (id: string, version: number, change: AccountChange) =>
  (
    await ask<AccountView>('PATCH', at`/accounts/${id}`, {
      body: change,
      ...ifMatch(`"${version}"`),
    })
  ).body;
export const getAccountHistory = (id: string) => read<AccountHistory>(at`/accounts/${id}/history`);

export const getAccountRecords = (id: string) => read<AccountRecords>(at`/accounts/${id}/records`);

/** What is asked of the market; a blank figure is left to the server. */
export interface MarketQuery {
  readonly by: string;
  readonly own: string;
  readonly sort: MarketSort;
}
export type MarketSort = 'open' | 'market' | 'own' | 'share' | 'customers' | 'prospects' | 'area';

export const getMarket = () => read<MarketSummary>('/market');
export const getWhiteSpace = (measure: string, query: MarketQuery, limit: number) =>
  read<WhiteSpaceTable>(at`/market/${measure}`, { ...query, limit });
/** Every area, as the text of a CSV file. */
export const getWhiteSpaceFile = (measure: string, query: MarketQuery) =>
  read<string>(at`/market/${measure}/export`, { ...query });

export const getPairs = (state: PairView['state'], cursor: string) =>
  read<PairPage>('/duplicates', { state, cursor, limit: 50 });
export const startDuplicateSearch = () => post<Job>('/duplicates/search');
export const mergePair = (id: string, survivorId: string) =>
  post<PairView>(at`/duplicates/${id}/merge`, { survivorId });
export const dismissPair = (id: string) => post<PairView>(at`/duplicates/${id}/dismiss`);
export const undoPair = (id: string) => post<PairView>(at`/duplicates/${id}/undo`);
export const setDuplicateRule = async (mergeAlike: boolean) =>
  (await ask<unknown>('PUT', '/duplicates/rule', { body: { mergeAlike } })).body;

export const getLeads = (cursor?: string) => read<LeadPage>('/leads', { cursor, limit: 50 });
export const routeLead = (lead: NewLead) => post<LeadView>('/leads', lead);

export const getPatch = () => read<Patch>('/me/patch');

export const getUsers = () => read<UserList>('/users');
export const createUser = (user: NewUser) => post<UserWithSecret>('/users', user);
export const changeUser = async (id: string, change: UserChange) =>
  (await ask<UserWithSecret>('PATCH', at`/users/${id}`, { body: change })).body;
export const getApiKeys = () => read<ApiKeyList>('/api-keys');
export const createApiKey = (name: string) => post<ApiKeyWithSecret>('/api-keys', { name });
export const deleteApiKey = (id: string) => ask<void>('DELETE', at`/api-keys/${id}`);

export const IMPORT_KINDS = [
  'accounts',
  'representatives',
  'opportunities',
  'activities',
  'revenue',
  'quotas',
  'prospects',
  'contacts',
  'sites',
  'territories',
  'assignments',
  'products',
  'time',
  'market',
] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];

export const getImportFields = (kind: ImportKind) => read<ImportFields>(`/imports/${kind}/fields`);

/** How a file is to be read, in the words of the API; what is blank is found out. */
/** How a file is read. */
export interface ReadingChoices {
  readonly mapping: string;
  readonly sheet: string;
  readonly decimal: string;
  readonly days: string;
  readonly profile: string;
}

/** How a file is read, and what becomes of its rows. */
export interface ImportChoices extends ReadingChoices {
  /** `true` when the file holds only some of what its source has. */
  readonly partOnly: string;
  /** `true` when prospects are merged into the customer that has their web domain. */
  readonly mergeProspects: string;
}

export const getDeliveries = () => read<DeliveryList>('/deliveries');
export const getMappingProfiles = (kind: ImportKind) =>
  read<ColumnProfiles>(`/imports/${kind}/profiles`);
export const saveMappingProfile = async (
  kind: ImportKind,
  name: string,
  content: ColumnProfileContent,
) =>
  (
    await ask<ColumnProfile>('PUT', at`/imports/${kind}/profiles/${name}`, {
      body: content,
    })
  ).body;
export const deleteMappingProfile = (kind: ImportKind, name: string) =>
  ask<void>('DELETE', at`/imports/${kind}/profiles/${name}`);

export const checkImport = async (kind: ImportKind, file: File, choices: ReadingChoices) =>
  (
    await ask<ImportReport>('POST', `/imports/${kind}/check`, {
      form: importForm(file, { ...choices }),
    })
  ).body;
/** The rows that cannot be used, as the text of a CSV file. */
export const getRejectedRows = async (kind: ImportKind, file: File, choices: ImportChoices) =>
  (
    await ask<string>('POST', `/imports/${kind}/rejected`, {
      form: importForm(file, { ...choices }),
      headers: { Accept: 'text/csv, application/problem+json' },
    })
  ).body;
/** Everything a file would change, as the text of a CSV file. */
export const getImportChanges = async (kind: ImportKind, file: File, choices: ImportChoices) =>
  (
    await ask<string>('POST', `/imports/${kind}/changes`, {
      form: importForm(file, { ...choices }),
      headers: { Accept: 'text/csv, application/problem+json' },
    })
  ).body;
export const startDryRun = async (kind: ImportKind, file: File, choices: ImportChoices) =>
  (
    await ask<Job>('POST', `/imports/${kind}/dry-run`, {
      form: importForm(file, { ...choices }),
    })
  ).body;
export const startImport = async (
  kind: ImportKind,
  file: File,
  choices: ImportChoices,
  goodRowsOnly: boolean,
) =>
  (
    await ask<Job>('POST', `/imports/${kind}`, {
      form: importForm(file, { ...choices, goodRowsOnly: String(goodRowsOnly) }),
    })
  ).body;

export const getAtlasCountries = () => read<AtlasCountries>('/atlas/countries');
export const getPlaces = (country: string) => read<AtlasPlaces>('/atlas/places', { country });

function importForm(file: File, fields: Readonly<Record<string, string>>): FormData {
  const form = new FormData();
  form.set('file', file);
  for (const [name, value] of Object.entries(fields)) if (value) form.set(name, value);
  return form;
}
