import { defineMessage } from './message-definition.js';
import { shiftWords } from './words.js';

export const assigned = defineMessage({
  nature: 'contact',
  purpose: 'volunteer-service',
  words: shiftWords,
  texts: {
    'zh-CN': {
      title: '已为您安排：{eventTitle}',
      text: '协调员已为您安排{eventTitle}的班次，感谢您。时间：{when}。地点：{placeName}。岗位：{role}。如不方便，您可随时退出，名额会留给候补。',
      shortText: '协调员已为您安排{eventTitle}：{when}，{placeName}，{role}。如不方便可随时退出，谢谢您。',
    },
    en: {
      title: 'A shift for you: {eventTitle}',
      text: 'The coordinator has given you a shift at {eventTitle}. Thank you. Time: {when}. Place: {placeName}. Role: {role}. If it does not suit you, you may withdraw at any time; the seat goes to the wait list.',
      shortText:
        'The coordinator has given you a shift at {eventTitle}: {when}, {placeName}, {role}. You may withdraw at any time. Thank you.',
    },
  },
});
