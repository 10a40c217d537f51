import { defineMessage } from './message-definition.js';
import { shiftWords } from './words.js';

export const eventCancelled = defineMessage({
  nature: 'receipt',
  purpose: 'volunteer-service',
  words: shiftWords,
  texts: {
    'zh-CN': {
      title: '活动已取消：{eventTitle}',
      text: '很抱歉，{eventTitle}已取消，您不用前往。原定时间：{when}。原定地点：{placeName}。岗位：{role}。感谢您愿意参加，欢迎看看其他活动。',
      shortText: '很抱歉，{eventTitle}（{when}，{placeName}，{role}）已取消，您不用前往。感谢您愿意参加。',
    },
    en: {
      title: 'Cancelled: {eventTitle}',
      text: 'We are sorry: {eventTitle} is cancelled, and you need not come. It was planned for {when}. Place: {placeName}. Role: {role}. Thank you for having been ready to help; you are welcome at other events.',
      shortText:
        'We are sorry: {eventTitle} ({when}, {placeName}, {role}) is cancelled. You need not come. Thank you for having been ready to help.',
    },
  },
});
