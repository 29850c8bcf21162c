import { Soon } from '../../app/frame/soon.tsx'

export default Soon
