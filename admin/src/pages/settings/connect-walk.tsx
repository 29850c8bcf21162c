import { Button, Group, PasswordInput, Stack, Stepper, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { IconChevronLeft } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Channel, ChannelCredentials } from '../../api/entities.ts'
import { Section } from '../../design/section.tsx'
import { ChannelStorage } from './channel-storage.tsx'
import { ConnectCheck } from './connect-check.tsx'
import { ConnectWebhook } from './connect-webhook.tsx'
import classes from './settings.module.css'

export type ConnectValues = ChannelCredentials & { name: string }

const idPattern = /^\d{5,20}$/

/** Walks through connecting a real number: prepare, ids, keys, check, register, webhook. */
export function ConnectWalk({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('settings')
  const [step, setStep] = useState(0)
  const [channel, setChannel] = useState<Channel>()
  const form = useForm<ConnectValues>({
    initialValues: {
      name: '',
      phoneNumberId: '',
      wabaId: '',
      accessToken: '',
      appSecret: '',
      verifyToken: crypto.randomUUID(),
    },
    transformValues: (values) => ({
      name: values.name.trim(),
      phoneNumberId: values.phoneNumberId.trim(),
      wabaId: values.wabaId.trim(),
      accessToken: values.accessToken.trim(),
      appSecret: values.appSecret.trim(),
      verifyToken: values.verifyToken.trim(),
    }),
    validate: {
      name: (value) => (step === 1 && !value.trim() ? t('connect.needed') : null),
      phoneNumberId: (value) => (step === 1 && !idPattern.test(value.trim()) ? t('connect.digits') : null),
      wabaId: (value) => (step === 1 && !idPattern.test(value.trim()) ? t('connect.digits') : null),
      accessToken: (value) => (step === 2 && !value.trim() ? t('connect.needed') : null),
      appSecret: (value) => (step === 2 && !value.trim() ? t('connect.needed') : null),
    },
  })
  const next = form.onSubmit(() => setStep(step + 1))
  const forward = (
    <Group justify="space-between" mt="xs">
      <Button variant="subtle" color="gray" onClick={() => (step === 0 ? onClose() : setStep(step - 1))}>
        {t('back')}
      </Button>
      <Button type="submit">{t('next')}</Button>
    </Group>
  )
  const page = (children: ReactNode) => (
    <form onSubmit={next} noValidate>
      <Stack className={classes.walkPage}>{children}</Stack>
    </form>
  )
  return (
    <>
      <div>
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          leftSection={<IconChevronLeft size={15} />}
          onClick={onClose}
        >
          {t('connect.leave')}
        </Button>
      </div>
      <Section title={t('connect.title')} lead={t('connect.lead')}>
        <Stepper
          active={step}
          size="xs"
          classNames={{
            steps: classes.walkSteps,
            step: classes.walkStep,
            stepBody: classes.walkLabel,
            separator: classes.walkSeparator,
          }}
          allowNextStepsSelect={false}
          wrap={false}
        >
          <Stepper.Step label={t('connect.prepare')}>
            {page(
              <>
                <ol className={classes.todo}>
                  <li>{t('connect.todoBusiness')}</li>
                  <li>{t('connect.todoApp')}</li>
                  <li>{t('connect.todoNumber')}</li>
                  <li>{t('connect.todoUser')}</li>
                </ol>
                <Text size="sm" c="dimmed">
                  {t('connect.prepareHint')}
                </Text>
                {forward}
              </>,
            )}
          </Stepper.Step>
          <Stepper.Step label={t('connect.ids')}>
            {page(
              <>
                <TextInput
                  label={t('connect.name')}
                  description={t('connect.nameHint')}
                  autoFocus
                  {...form.getInputProps('name')}
                />
                <TextInput
                  label={t('channel.phoneNumberId')}
                  description={t('connect.phoneNumberIdHint')}
                  inputMode="numeric"
                  {...form.getInputProps('phoneNumberId')}
                />
                <TextInput
                  label={t('channel.wabaId')}
                  description={t('connect.wabaIdHint')}
                  inputMode="numeric"
                  {...form.getInputProps('wabaId')}
                />
                {forward}
              </>,
            )}
          </Stepper.Step>
          <Stepper.Step label={t('connect.keys')}>
            {page(
              <>
                <PasswordInput
                  label={t('connect.accessToken')}
                  description={t('connect.accessTokenHint')}
                  autoComplete="off"
                  autoFocus
                  visibilityToggleButtonProps={{ 'aria-label': t('connect.show') }}
                  {...form.getInputProps('accessToken')}
                />
                <PasswordInput
                  label={t('connect.appSecret')}
                  description={t('connect.appSecretHint')}
                  autoComplete="off"
                  visibilityToggleButtonProps={{ 'aria-label': t('connect.show') }}
                  {...form.getInputProps('appSecret')}
                />
                <Text size="sm" c="dimmed">
                  {t('connect.sealed')}
                </Text>
                {forward}
              </>,
            )}
          </Stepper.Step>
          <Stepper.Step label={t('connect.check')}>
            <ConnectCheck
              values={form.getTransformedValues()}
              onBack={() => setStep(2)}
              onConnected={(connected) => {
                setChannel(connected)
                setStep(4)
              }}
            />
          </Stepper.Step>
          <Stepper.Step label={t('connect.register')}>
            {channel && (
              <Stack className={classes.walkPage}>
                <ChannelStorage channel={channel} onRegistered={() => setStep(5)} />
                <Group justify="flex-end">
                  <Button variant="subtle" color="gray" onClick={() => setStep(5)}>
                    {t('connect.skip')}
                  </Button>
                </Group>
              </Stack>
            )}
          </Stepper.Step>
          <Stepper.Step label={t('connect.webhook')}>
            {channel && (
              <ConnectWebhook channel={channel} values={form.getTransformedValues()} onDone={onClose} />
            )}
          </Stepper.Step>
        </Stepper>
      </Section>
    </>
  )
}
