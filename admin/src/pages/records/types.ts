import type { Body, Ok } from '../../api/answers.ts'

export type GoLive = Ok<'/api/v1/records/live', 'get'>
export type LiveChannel = GoLive['channels'][number]
export type Duties = Ok<'/api/v1/records/duties', 'get'>
export type Contract = NonNullable<Duties['metaContract']>
export type Notice = Ok<'/api/v1/records/notices', 'get'>[number]
export type NoticeContent = Notice['content']
export type NoticeElement = keyof NoticeContent
export type Screening = Ok<'/api/v1/records/screening', 'get'>
export type ScreeningKey = Screening['questions'][number]['key']
export type RecordDocument = Ok<'/api/v1/records/documents/{kind}', 'get'>
export type RecordChange = RecordDocument['changes'][number]
export type Breach = Ok<'/api/v1/records/breaches', 'get'>[number]
export type BreachForm = Breach['form']
export type NewEntry = Body<'/api/v1/records/breaches/{id}/entries', 'post'>
export type AffectedQuery = Body<'/api/v1/records/breaches/{id}/affected', 'post'>
export type ReachCounts = Ok<'/api/v1/records/breaches/{id}/affected', 'post'>['reach']
export type LetterLanguage = keyof Breach['letter']
export type Facts = Pick<BreachForm, 'nature' | 'recordCategories' | 'consequences' | 'measures' | 'contact'>
export type Translations = { [language in LetterLanguage]?: Facts | undefined }
