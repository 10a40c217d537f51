import { defineMessage } from './message-definition.js';
import { shiftWords } from './words.js';

export const signedUp = defineMessage({
  nature: 'receipt',
  purpose: 'volunteer-service',
  words: shiftWords,
  texts: {
    'zh-CN': {
      title: '已报名：{eventTitle}',
      text: '感谢您报名参加{eventTitle}。时间：{when}。地点：{placeName}。岗位：{role}。如有变动，您可随时退出，名额会留给候补。',
      shortText: '已报名{eventTitle}：{when}，{placeName}，{role}。如有变动可随时退出，谢谢您。',
    },
    en: {
      title: 'Signed up: {eventTitle}',
      text: 'Thank you for signing up for {eventTitle}. Time: {when}. Place: {placeName}. Role: {role}. If your plans change, you may withdraw at any time; the seat goes to the wait list.',
      shortText: 'Signed up for {eventTitle}: {when}, {placeName}, {role}. You may withdraw at any time. Thank you.',
    },
  },
});
