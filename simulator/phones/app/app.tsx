import { listNumbers } from '../api/simulator.ts'
import { useLive } from '../api/use-live.ts'
import { Chat } from '../chat/chat.tsx'
import { Panel } from '../panel/panel.tsx'
import { PeopleColumn } from '../people/people-column.tsx'
import { WhoDialog } from '../people/who-dialog.tsx'
import { LockScreen } from '../phone/lock-screen.tsx'
import { PhoneFrame } from '../phone/phone-frame.tsx'
import { Toasts } from '../ui/toasts.tsx'
import s from './app.module.css'
import { useRoute } from './route.ts'
import { useWords } from './settings.tsx'

/** List, phone and panel: three columns where there is room, one after the other where there is not. */
export function App() {
  const route = useRoute()
  const words = useWords()
  const numbers = useLive('numbers', listNumbers, (name) => name === 'numbers')
  const all = numbers.data ?? []
  const number = all.find((each) => each.id === route.number) ?? all[0]

  return (
    <main className={s.app} data-view={route.person ? 'chat' : 'list'}>
      <h1 className="visually-hidden">{words.pageTitle}</h1>
      <PeopleColumn personId={route.person} />
      <div className={s.stage}>
        <PhoneFrame>
          {route.person && number && !route.link ? (
            <Chat
              key={`${route.person}/${number.id}`}
              personId={route.person}
              number={number}
              numbers={all}
            />
          ) : (
            <LockScreen connected={!numbers.data || all.length > 0} />
          )}
        </PhoneFrame>
      </div>
      <Panel personId={route.person} number={number} />
      {route.link && numbers.data && (
        <WhoDialog key={route.link} url={route.link} lastPersonId={route.person} numbers={all} />
      )}
      <Toasts />
    </main>
  )
}
