import { ask, ifMatch, post, read } from './client';
import { LAYER, type Tagged } from './resources';
import type {
  AccountTimeline,
  CreditView,
  DealOwnerView,
  EndRequest,
  ExceptionList,
  ExceptionView,
  HoldRequest,
  NewExceptionRequest,
  OpportunityPage,
  OpportunityView,
  ProposalView,
  PublicationView,
  RateList,
  ReviewRequest,
  SplitRequest,
  StabilityView,
  UndoDryRun,
} from './wire';

// Who owns what when, and how people depart from the rules: exceptions, holds, what is taken back.

const layer = `/layers/${LAYER}`;
const id = encodeURIComponent;

export const getTimeline = (account: string, knownAsOf: string | undefined) =>
  read<AccountTimeline>(`/accounts/${id(account)}/timeline`, { knownAsOf });

export const getExceptions = () => read<ExceptionList>(`${layer}/exceptions`);
export const getExceptionsOf = (account: string) =>
  read<ExceptionList>(`/accounts/${id(account)}/exceptions`);
export const makeException = (wanted: NewExceptionRequest) =>
  post<ExceptionView>(`${layer}/exceptions`, wanted);
export const endException = (exception: string, request: EndRequest) =>
  post<ExceptionView>(`/exceptions/${id(exception)}/end`, request);
export const reviewException = (exception: string, request: ReviewRequest) =>
  post<ExceptionView>(`/exceptions/${id(exception)}/review`, request);
export const getExceptionRates = (thresholdBasisPoints: number) =>
  read<RateList>(`${layer}/exceptions/rates`, { thresholdBasisPoints });
/** Learns from all accounts: it may take a while. */
export const proposeRule = (territory: string) =>
  read<ProposalView>(`${layer}/exceptions/proposal`, { territory });

const creditOf = (account: string) => `${layer}/accounts/${id(account)}/credit`;
export const getCredit = (account: string, on?: string) =>
  read<CreditView>(creditOf(account), { on });
export const splitCredit = async (account: string, split: SplitRequest) =>
  (await ask<CreditView>('PUT', creditOf(account), { body: split })).body;
export const endSplit = async (account: string, on: string, why: string) =>
  (await ask<CreditView>('DELETE', creditOf(account), { query: { on, why } })).body;

export interface OpportunityQuery {
  readonly held?: boolean;
  readonly account?: string;
  readonly cursor?: string;
  readonly limit?: number;
}
export const getOpportunities = (query: OpportunityQuery) =>
  read<OpportunityPage>(`${layer}/opportunities`, { ...query });
export const getDealOwner = (deal: string, on: string, knownAsOf: string) =>
  read<DealOwnerView>(`/opportunities/${id(deal)}/owner`, { on, knownAsOf });
export const holdOpportunity = async (deal: string, hold: HoldRequest) =>
  (await ask<OpportunityView>('PUT', `/opportunities/${id(deal)}/hold`, { body: hold })).body;
export const releaseOpportunity = async (deal: string) =>
  (await ask<OpportunityView>('DELETE', `/opportunities/${id(deal)}/hold`)).body;

export const dryRunUndo = (publication: string) =>
  post<UndoDryRun>(`/publications/${id(publication)}/undo/dry-run`);
export const undoPublication = (publication: string, why: string) =>
  post<PublicationView>(`/publications/${id(publication)}/undo`, { why });

export const getStability = async (): Promise<Tagged<StabilityView>> => {
  const { body, etag } = await ask<StabilityView>('GET', `${layer}/stability`);
  return { value: body, etag };
};
export const setStability = async (limits: StabilityView, etag: string | undefined) =>
  (await ask<StabilityView>('PUT', `${layer}/stability`, { body: limits, ...ifMatch(etag) })).body;
