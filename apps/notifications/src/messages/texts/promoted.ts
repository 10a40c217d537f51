import { defineMessage } from './message-definition.js';
import { shiftWords } from './words.js';

export const promoted = defineMessage({
  nature: 'receipt',
  purpose: 'volunteer-service',
  words: shiftWords,
  texts: {
    'zh-CN': {
      title: '候补已确认：{eventTitle}',
      text: '有了空位，您已从候补转为确认，感谢您等候。活动：{eventTitle}。时间：{when}。地点：{placeName}。岗位：{role}。如有变动，您可随时退出，名额会留给候补。',
      shortText: '{eventTitle}有了空位，您已确认：{when}，{placeName}，{role}。如有变动可随时退出，谢谢您。',
    },
    en: {
      title: 'You now have a seat: {eventTitle}',
      text: 'A seat became free and it is yours. Thank you for waiting. Event: {eventTitle}. Time: {when}. Place: {placeName}. Role: {role}. If your plans have changed, you may withdraw at any time; the seat goes to the wait list.',
      shortText:
        'A seat became free and is yours: {eventTitle}, {when}, {placeName}, {role}. You may withdraw at any time. Thank you.',
    },
  },
});
