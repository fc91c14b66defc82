export interface AccountPage {
  readonly items: readonly AccountRow[];
  readonly nextCursor?: string | null | undefined;
  readonly currency: string;
}

export interface AccountRow {
  readonly id: string;
  readonly externalId: string;
  readonly name: string;
  readonly city: string;
  readonly region: string;
  readonly postcode: string;
  readonly country: string;
  readonly industry: string;
  readonly segment: string;
  readonly point?: Coordinates | null | undefined;
  readonly precision: Precision;
  readonly potential: number;
  readonly workload: number;
  readonly sales: number;
  readonly pipeline: number;
  readonly owner?: Owner | null | undefined;
}

export interface Owner {
  readonly territoryCode: string;
  readonly territoryName: string;
  readonly representativeId?: string | null | undefined;
  readonly representativeName?: string | null | undefined;
}

export interface AddressParts {
  readonly street?: string | null | undefined;
  readonly city?: string | null | undefined;
  readonly region?: string | null | undefined;
  readonly postcode?: string | null | undefined;
  readonly country?: string | null | undefined;
}

export interface AccountView {
  readonly id: string;
  readonly version: number;
  readonly externalId: string;
  readonly name: string;
  readonly address: AddressParts;
  readonly point?: Coordinates | null | undefined;
  readonly precision: Precision;
  readonly area: string;
  readonly industry: string;
  readonly industryName?: string | null | undefined;
  readonly employees?: number | null | undefined;
  readonly annualRevenue?: Money | null | undefined;
  readonly segment: string;
  readonly potential: Money;
  readonly workload: number;
  readonly sales: Money;
  readonly pipeline: Money;
  readonly ownership?: Ownership | null | undefined;
  readonly repairs: readonly string[];
}

export interface NewAccount {
  readonly externalId: string;
  readonly name: string;
  readonly address?: AddressParts | null | undefined;
  readonly point?: Coordinates | null | undefined;
  readonly industry?: string | null | undefined;
  readonly employees?: number | null | undefined;
  readonly annualRevenue?: number | null | undefined;
  readonly segment?: string | null | undefined;
  readonly potential?: number | null | undefined;
  readonly workload?: number | null | undefined;
  readonly sales?: number | null | undefined;
  readonly pipeline?: number | null | undefined;
}

export interface AccountChange {
  readonly name?: string | null | undefined;
  readonly address?: AddressParts | null | undefined;
  readonly point?: Coordinates | null | undefined;
  readonly industry?: string | null | undefined;
  readonly employees?: number | null | undefined;
  readonly annualRevenue?: number | null | undefined;
  readonly segment?: string | null | undefined;
  readonly potential?: number | null | undefined;
  readonly workload?: number | null | undefined;
  readonly sales?: number | null | undefined;
  readonly pipeline?: number | null | undefined;
}

export interface Ownership {
  readonly accountId: string;
  readonly on: string;
  readonly owner?: Owner | null | undefined;
  readonly reason: string;
  readonly validFrom?: string | null | undefined;
  readonly validTo?: string | null | undefined;
  readonly recordedAt?: string | null | undefined;
  readonly publicationId?: string | null | undefined;
}

export interface AccountHistory {
  readonly items: readonly HistoryRow[];
}

export interface HistoryRow {
  readonly owner: Owner;
  readonly validFrom: string;
  readonly validTo?: string | null | undefined;
  readonly recordedAt: string;
  readonly supersededAt?: string | null | undefined;
  readonly reason: string;
  readonly publicationId?: string | null | undefined;
}

export interface AccountPoints {
  readonly currency: string;
  readonly ids: readonly string[];
  readonly names: readonly string[];
  readonly lon: readonly number[];
  readonly lat: readonly number[];
  readonly potential: readonly number[];
  readonly unit: readonly string[];
}

export interface AtlasUnits {
  readonly country: string;
  readonly version: string;
  readonly provenance: string;
  readonly unitIds: readonly string[];
  readonly names: readonly string[];
  readonly lon: readonly number[];
  readonly lat: readonly number[];
  readonly region: readonly string[];
  readonly county: readonly string[];
}

export interface AtlasPlaces {
  readonly names: readonly string[];
  readonly region: readonly string[];
  readonly lon: readonly number[];
  readonly lat: readonly number[];
  readonly population: readonly number[];
}

export interface Company {
  readonly name: string;
  readonly zone: string;
  readonly currency: string;
  readonly today: string;
  readonly accounts: number;
  readonly representatives: number;
  readonly version: string;
}

export interface CompanyProfile {
  readonly name: string;
  readonly zone: string;
  readonly currency: string;
}

export interface Health {
  readonly status: string;
  readonly version: string;
}

export type ImportKind = 'ACCOUNTS' | 'REPRESENTATIVES';

export interface ImportReport {
  readonly rows: number;
  readonly accepted: number;
  readonly rejected: number;
  readonly repaired: number;
  readonly placed: Placed;
  readonly mapping: readonly MappedColumn[];
  readonly unusedColumns: readonly string[];
  readonly problems: readonly ProblemItem[];
  readonly problemCount: number;
  readonly loaded: boolean;
}

export interface Placed {
  readonly exact: number;
  readonly postcode: number;
  readonly city: number;
  readonly region: number;
  readonly country: number;
  readonly none: number;
}

export interface MappedColumn {
  readonly field: string;
  readonly column: string;
  readonly how?: string | null | undefined;
}

export interface Job {
  readonly id: string;
  readonly kind: JobKind;
  readonly state: JobState;
  readonly fraction: number;
  readonly message: string;
  readonly objective?: number | null | undefined;
  readonly imbalance: readonly Imbalance[];
  readonly planId?: string | null | undefined;
  readonly scenarioId?: string | null | undefined;
  readonly resultScenarioId?: string | null | undefined;
  readonly report?: ImportReport | null | undefined;
  readonly problems: readonly ProblemItem[];
  readonly createdAt: string;
  readonly finishedAt?: string | null | undefined;
}

export interface Imbalance {
  readonly measure: string;
  readonly largestDeviation: number;
}

export interface JobList {
  readonly items: readonly Job[];
}

export type JobKind = 'DESIGN' | 'IMPORT';

export type JobState = 'QUEUED' | 'RUNNING' | 'SUCCEEDED' | 'CANCELLED' | 'INFEASIBLE' | 'FAILED';

export interface KpiTable {
  readonly planId: string;
  readonly scenarioId?: string | null | undefined;
  readonly on: string;
  readonly currency: string;
  readonly rows: readonly KpiRow[];
  readonly total: KpiRow;
}

export interface KpiRow {
  readonly territoryCode: string;
  readonly territoryName: string;
  readonly representativeName?: string | null | undefined;
  readonly accounts: number;
  readonly potential: number;
  readonly revenue: number;
  readonly quota?: number | null | undefined;
  readonly pipeline: number;
  readonly attainment?: number | null | undefined;
  readonly pipelineCoverage?: number | null | undefined;
  readonly penetration?: number | null | undefined;
  readonly notes: readonly string[];
}

export interface PlanView {
  readonly id: string;
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly currency: string;
  readonly country: string;
  readonly unitKind: PlanUnitKind;
  readonly atlasVersion: string;
  readonly layer: string;
  readonly todayScenarioId?: string | null | undefined;
  readonly publishedScenarioId?: string | null | undefined;
  readonly createdAt: string;
}

export interface PlanList {
  readonly items: readonly PlanView[];
}

export interface NewPlan {
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly country: string;
  readonly unitKind: PlanUnitKind;
}

export interface NewScenario {
  readonly name: string;
  readonly source: ScenarioSource;
  readonly copyOf?: string | null | undefined;
  readonly territories?: number | null | undefined;
}

export interface ScenarioRow {
  readonly id: string;
  readonly name: string;
  readonly today: boolean;
  readonly state: string;
  readonly territories: number;
  readonly version: number;
  readonly createdAt: string;
}

export interface ScenarioList {
  readonly items: readonly ScenarioRow[];
}

export type PlanUnitKind = 'POSTCODE' | 'COUNTY';

export type ScenarioSource = 'TODAY' | 'COPY' | 'EMPTY';

export interface ProblemDocument {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: string;
  readonly pointer?: string | null | undefined;
  readonly span?: TextSpan | null | undefined;
  readonly row?: number | null | undefined;
  readonly column?: string | null | undefined;
  readonly hint?: string | null | undefined;
  readonly problems?: readonly ProblemItem[] | null | undefined;
}

export interface ProblemItem {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly pointer?: string | null | undefined;
  readonly file?: string | null | undefined;
  readonly row?: number | null | undefined;
  readonly column?: string | null | undefined;
  readonly thing?: string | null | undefined;
  readonly thingId?: string | null | undefined;
  readonly hint?: string | null | undefined;
}

export interface TextSpan {
  readonly line: number;
  readonly column: number;
  readonly length: number;
}

export interface PublicationRequest {
  readonly effectiveFrom: string;
}

export interface PublicationDryRun {
  readonly scenarioId: string;
  readonly effectiveFrom: string;
  readonly rules: number;
  readonly accounts: number;
  readonly unowned: number;
  readonly changed: Figures;
  readonly flows: readonly Flow[];
  readonly vacantTerritories: readonly string[];
  readonly problems: readonly ProblemItem[];
}

export interface PublicationView {
  readonly id: string;
  readonly planId: string;
  readonly scenarioId?: string | null | undefined;
  readonly scenarioName: string;
  readonly effectiveFrom: string;
  readonly publishedAt: string;
  readonly publishedBy: string;
  readonly rules: number;
  readonly accounts: number;
  readonly changed: number;
}

export interface PublicationList {
  readonly items: readonly PublicationView[];
}

export interface RepresentativeList {
  readonly items: readonly RepresentativeView[];
}

export interface RepresentativeView {
  readonly id: string;
  readonly externalId: string;
  readonly name: string;
  readonly email: string;
  readonly home?: Coordinates | null | undefined;
  readonly skills: readonly string[];
  readonly startedOn?: string | null | undefined;
  readonly leftOn?: string | null | undefined;
  readonly rampShare: number;
  readonly quota: number;
}

export interface NewLead {
  readonly company: string;
  readonly contact?: string | null | undefined;
  readonly email?: string | null | undefined;
  readonly address?: AddressParts | null | undefined;
  readonly point?: Coordinates | null | undefined;
  readonly industry?: string | null | undefined;
  readonly employees?: number | null | undefined;
  readonly annualRevenue?: number | null | undefined;
  readonly segment?: string | null | undefined;
  readonly source?: string | null | undefined;
}

export interface DecisionRequest {
  readonly planId?: string | null | undefined;
  readonly on?: string | null | undefined;
  readonly lead: NewLead;
}

export interface DecisionView {
  readonly owner?: Owner | null | undefined;
  readonly reason: string;
  readonly rule?: string | null | undefined;
  readonly precision: Precision;
  readonly point?: Coordinates | null | undefined;
  readonly area: string;
  readonly repairs: readonly string[];
  readonly trace: readonly TraceStep[];
  readonly otherwise?: string | null | undefined;
  readonly publicationId: string;
  readonly on: string;
  readonly decidedInMicros: number;
}

export interface TraceStep {
  readonly rule: string;
  readonly priority: number;
  readonly territoryCode: string;
  readonly held: boolean;
  readonly won: boolean;
  readonly why: string;
}

export interface LeadView {
  readonly id: string;
  readonly receivedAt: string;
  readonly lead: NewLead;
  readonly decision: DecisionView;
}

export interface LeadPage {
  readonly items: readonly LeadView[];
  readonly nextCursor?: string | null | undefined;
}

export interface RuleSetView {
  readonly planId: string;
  readonly publicationId: string;
  readonly effectiveFrom: string;
  readonly text: string;
  readonly rules: readonly RuleView[];
}

export interface RuleView {
  readonly number: number;
  readonly name: string;
  readonly priority: number;
  readonly condition: string;
  readonly territoryCode: string;
}

export interface ScenarioSummary {
  readonly id: string;
  readonly planId: string;
  readonly name: string;
  readonly today: boolean;
  readonly state: string;
  readonly version: number;
  readonly undoable: number;
  readonly redoable: number;
  readonly currency: string;
  readonly territories: readonly TerritorySummary[];
  readonly total: Figures;
  readonly unassigned: Unassigned;
  readonly balance: readonly MeasureBalance[];
  readonly contiguityFaults: readonly ContiguityFault[];
  readonly change?: ChangeSummary | null | undefined;
  readonly origin?: Origin | null | undefined;
}

export interface TerritorySummary {
  readonly number: number;
  readonly code: string;
  readonly name: string;
  readonly color: number;
  readonly share: number;
  readonly representativeId?: string | null | undefined;
  readonly representativeName?: string | null | undefined;
  readonly home?: Coordinates | null | undefined;
  readonly centre?: Coordinates | null | undefined;
  readonly units: number;
  readonly totals: Figures;
  readonly index: Figures;
  readonly contiguous: boolean;
  readonly spreadKm: number;
}

export interface Unassigned {
  readonly unitsWithAccounts: number;
  readonly units: number;
  readonly totals: Figures;
}

export interface MeasureBalance {
  readonly measure: string;
  readonly largestDeviation: number;
  readonly territoryCode?: string | null | undefined;
  readonly tolerance?: number | null | undefined;
  readonly lowerBound?: number | null | undefined;
  readonly mean: number;
}

export interface ContiguityFault {
  readonly territoryCode: string;
  readonly pieces: number;
  readonly strayUnitIds: readonly string[];
}

export interface ChangeSummary {
  readonly withScenarioId: string;
  readonly units: number;
  readonly moved: Figures;
  readonly share: Figures;
}

export interface Origin {
  readonly baseScenarioId?: string | null | undefined;
  readonly seed: number;
  readonly inputHash: string;
  readonly productVersion: string;
  readonly cancelled: boolean;
}

export interface ScenarioUnits {
  readonly version: number;
  readonly unitIds: readonly string[];
  readonly territory: readonly number[];
  readonly accounts: readonly number[];
  readonly potential: readonly number[];
  readonly workload: readonly number[];
  readonly sales: readonly number[];
  readonly pipeline: readonly number[];
}

export interface Move {
  readonly unitIds: readonly string[];
  readonly to?: string | null | undefined;
}

export interface ScenarioEdit {
  readonly summary: ScenarioSummary;
  readonly unitIds: readonly string[];
  readonly territory: readonly number[];
}

export interface MovePreview {
  readonly units: number;
  readonly moved: Figures;
  readonly territories: readonly TerritoryEffect[];
  readonly balance: readonly MeasureBalance[];
  readonly contiguityFaults: readonly ContiguityFault[];
}

export interface TerritoryEffect {
  readonly before: TerritorySummary;
  readonly after: TerritorySummary;
}

export interface Comparison {
  readonly scenarioId: string;
  readonly change: ChangeSummary;
  readonly flows: readonly Flow[];
  readonly unitIds: readonly string[];
  readonly from: readonly string[];
  readonly to: readonly string[];
}

export interface Flow {
  readonly from?: string | null | undefined;
  readonly to?: string | null | undefined;
  readonly moved: Figures;
}

export interface ScenarioChange {
  readonly name?: string | null | undefined;
  readonly state?: string | null | undefined;
  readonly territories?: readonly TerritoryChange[] | null | undefined;
}

export interface TerritoryChange {
  readonly code: string;
  readonly name?: string | null | undefined;
  readonly representativeId?: string | null | undefined;
  readonly vacant?: boolean | null | undefined;
}

export interface DesignRequest {
  readonly name?: string | null | undefined;
  readonly territories?: number | null | undefined;
  readonly measures?: readonly MeasureGoal[] | null | undefined;
  readonly contiguous?: boolean | null | undefined;
  readonly disruptionWeight?: number | null | undefined;
  readonly keepHomes?: boolean | null | undefined;
  readonly locked?: readonly string[] | null | undefined;
  readonly seed?: number | null | undefined;
  readonly timeLimitSeconds?: number | null | undefined;
}

export interface MeasureGoal {
  readonly measure: string;
  readonly tolerance: number;
}

export type Role = 'ADMINISTRATOR' | 'PLANNER' | 'MANAGER' | 'REPRESENTATIVE' | 'INTEGRATION';

export interface SignIn {
  readonly username: string;
  readonly password: string;
}

export interface Session {
  readonly user: User;
  readonly mustChangePassword: boolean;
}

export interface PasswordChange {
  readonly currentPassword: string;
  readonly newPassword: string;
}

export interface User {
  readonly id: string;
  readonly username: string;
  readonly name: string;
  readonly role: Role;
  readonly representativeId?: string | null | undefined;
  readonly active: boolean;
}

export interface UserList {
  readonly items: readonly User[];
}

export interface NewUser {
  readonly username: string;
  readonly name: string;
  readonly role: Role;
  readonly representativeId?: string | null | undefined;
}

export interface UserChange {
  readonly name?: string | null | undefined;
  readonly role?: Role | null | undefined;
  readonly representativeId?: string | null | undefined;
  readonly active?: boolean | null | undefined;
  readonly resetPassword?: boolean | null | undefined;
}

export interface UserWithSecret {
  readonly user: User;
  readonly oneTimeSecret?: string | null | undefined;
}

export interface ApiKey {
  readonly id: string;
  readonly name: string;
  readonly prefix: string;
  readonly createdAt: string;
  readonly lastUsedAt?: string | null | undefined;
}

export interface ApiKeyList {
  readonly items: readonly ApiKey[];
}

export interface NewApiKey {
  readonly name: string;
}

export interface ApiKeyWithSecret {
  readonly apiKey: ApiKey;
  readonly secret: string;
}

export interface Coordinates {
  readonly lon: number;
  readonly lat: number;
}

export interface Figures {
  readonly accounts: number;
  readonly potential: number;
  readonly workload: number;
  readonly sales: number;
  readonly pipeline: number;
}

export interface Money {
  readonly amount: string;
  readonly currency: string;
}

export type Severity = 'ERROR' | 'WARNING' | 'NOTE';
export type Precision = 'EXACT' | 'POSTCODE' | 'CITY' | 'REGION' | 'COUNTRY' | 'NONE';
