import { Alert, Button, Group, Select, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { dataOf } from '../../api/client.ts'
import type { Business, Language } from '../../api/entities.ts'
import type { ApiProblem } from '../../api/problem.ts'
import { meQuery, openApi, queryClient } from '../../app/queries.ts'
import { useFormat } from '../../i18n/format.ts'
import { slugOf } from './slug-of.ts'

const countries = ['DE', 'AT', 'CH', 'NL', 'BE', 'LU', 'FR', 'IT', 'ES', 'PL', 'GB']

/** The operator's door: name, legal person and the two pages every business must have. */
export function AdmitForm() {
  const { t } = useTranslation('businesses')
  const format = useFormat()
  const navigate = useNavigate()
  const form = useForm({
    initialValues: {
      name: '',
      legalName: '',
      slug: '',
      country: 'DE',
      language: 'de' as Language,
      privacyUrl: '',
      imprintUrl: '',
    },
  })
  const admit = useMutation<Business, ApiProblem, typeof form.values>({
    mutationFn: (values) => dataOf(openApi.POST('/api/v1/businesses', { body: values })),
    onSuccess: async (business) => {
      await queryClient.invalidateQueries({ queryKey: meQuery.queryKey })
      await navigate({ to: '/b/$slug', params: { slug: business.slug } })
    },
    onError: (problem) => form.setErrors(problem.fields),
  })
  const setName = (name: string) => {
    const untouched = form.values.slug === slugOf(form.values.name)
    form.setValues({ name, ...(untouched ? { slug: slugOf(name) } : {}) })
  }
  return (
    <form onSubmit={form.onSubmit((values) => admit.mutate(values))}>
      <Stack gap="sm">
        {admit.error && Object.keys(admit.error.fields).length === 0 && (
          <Alert color="red" role="alert">
            {admit.error.detail || admit.error.title}
          </Alert>
        )}
        <TextInput
          label={t('name')}
          description={t('nameHint')}
          required
          {...form.getInputProps('name')}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <TextInput label={t('legalName')} required {...form.getInputProps('legalName')} />
        <TextInput
          label={t('slug')}
          description={t('slugHint', { slug: form.values.slug || '…' })}
          required
          {...form.getInputProps('slug')}
        />
        <Group grow>
          <Select
            label={t('country')}
            data={countries.map((code) => ({ value: code, label: format.country(code) }))}
            searchable
            {...form.getInputProps('country')}
          />
          <Select
            label={t('language')}
            data={['de', 'en'].map((code) => ({ value: code, label: format.language(code) }))}
            {...form.getInputProps('language')}
          />
        </Group>
        <TextInput type="url" label={t('privacyUrl')} required {...form.getInputProps('privacyUrl')} />
        <TextInput type="url" label={t('imprintUrl')} required {...form.getInputProps('imprintUrl')} />
        <Button type="submit" loading={admit.isPending}>
          {t('create')}
        </Button>
      </Stack>
    </form>
  )
}
