import { defineProblems } from '@sanxian/shared/contracts';

export const volunteersProblems = defineProblems({
  'profile-exists': {
    status: 409,
    title: { 'zh-CN': '您已有志愿者档案', en: 'You have a volunteer profile already' },
    detail: { 'zh-CN': '可以直接修改现有档案。', en: 'You can change the one you have.' },
  },
  'profile-missing': {
    status: 409,
    title: { 'zh-CN': '尚无志愿者档案', en: 'There is no volunteer profile yet' },
    detail: { 'zh-CN': '填写志愿者档案后即可报名。', en: 'Signing up is possible once there is a volunteer profile.' },
  },
  'consent-missing': {
    status: 409,
    title: { 'zh-CN': '尚未同意志愿服务', en: 'There is no consent to volunteer service' },
    detail: {
      'zh-CN': '如愿意参加志愿服务，可在“我的同意”中同意后再试。',
      en: 'Whoever wishes to volunteer can consent under "my consents" and then try again.',
    },
  },
  'skill-by-appointment': {
    status: 409,
    title: { 'zh-CN': '此身份由红十字会聘任', en: 'This skill is given by appointment' },
    detail: {
      'zh-CN': '协调员身份由红十字会聘任后登记，无需自行填写。',
      en: 'The society enters it when it appoints somebody; please leave it out.',
    },
  },
  'skill-already-granted': {
    status: 409,
    title: { 'zh-CN': '此证书已登记', en: 'The certificate is entered already' },
    detail: {
      'zh-CN': '该志愿者同一技能、同一发证日期的证书已登记。',
      en: 'The volunteer has one for this skill, issued on the same day.',
    },
  },
  'not-yet-issued': {
    status: 409,
    title: { 'zh-CN': '证书尚未签发', en: 'The certificate is not issued yet' },
    detail: { 'zh-CN': '发证日期不应晚于今天。', en: 'It can be entered from the day it is issued.' },
  },
  'shift-outside-event': {
    status: 409,
    title: { 'zh-CN': '班次在活动时间之外', en: 'A shift would lie outside the event' },
    detail: { 'zh-CN': '活动时间需要包含它的全部班次。', en: 'The times of an event cover all its shifts.' },
  },
  'shifts-missing': {
    status: 409,
    title: { 'zh-CN': '活动还没有班次', en: 'The event has no shift yet' },
    detail: { 'zh-CN': '添加班次后即可发布。', en: 'It can be published once it has a shift.' },
  },
  'event-cancelled': {
    status: 409,
    title: { 'zh-CN': '活动已取消', en: 'The event is cancelled' },
    detail: { 'zh-CN': '已取消的活动不再更改。', en: 'A cancelled event is no longer changed.' },
  },
  'event-over': {
    status: 409,
    title: { 'zh-CN': '活动已结束', en: 'The event is over' },
    detail: { 'zh-CN': '已结束的活动不再取消。', en: 'What has taken place is no longer cancelled.' },
  },
  'already-signed-up': {
    status: 409,
    title: { 'zh-CN': '已报名此班次', en: 'Signed up for this shift already' },
    detail: { 'zh-CN': '可在“我的班次”中查看。', en: 'It is among "my shifts".' },
  },
  'not-open': {
    status: 409,
    title: { 'zh-CN': '此班次未开放报名', en: 'The shift is not open for sign-up' },
    detail: { 'zh-CN': '活动尚未发布或已取消。', en: 'The event is not published, or cancelled.' },
  },
  closed: {
    status: 409,
    title: { 'zh-CN': '班次已开始', en: 'The shift has begun' },
    detail: {
      'zh-CN': '班次开始后不再更改报名，如有需要请联系活动协调员。',
      en: 'Sign-ups no longer change then; the coordinator of the event can help.',
    },
  },
  overlaps: {
    status: 409,
    title: { 'zh-CN': '与另一班次时间重叠', en: 'It overlaps with another shift' },
    detail: {
      'zh-CN': '同一时间已有报名或候补的班次，退出后可改报此班次。',
      en: 'There is a sign-up or a wait-list place at that time; after leaving it this one is possible.',
    },
  },
  'rest-too-short': {
    status: 409,
    title: { 'zh-CN': '与另一班次间隔过短', en: 'There is too little rest between two shifts' },
    detail: {
      'zh-CN': '连续服务超过 6 小时后，需休息 8 小时再参加下一班次。',
      en: 'After more than 6 hours of work there are 8 hours of rest before the next shift.',
    },
  },
  'weekly-limit': {
    status: 409,
    title: { 'zh-CN': '超出每周服务时长', en: 'It would be more hours than the person has in a week' },
    detail: {
      'zh-CN': '志愿者档案中设定的每周时长不足以参加此班次，可调整后再试。',
      en: 'The hours a week in the volunteer profile do not leave room for this shift; they can be changed there.',
    },
  },
  'under-age': {
    status: 409,
    title: { 'zh-CN': '此班次仅限成年人', en: 'The shift is for adults' },
    detail: {
      'zh-CN': '有风险的活动仅限年满 18 周岁者参加；个人资料中尚无出生日期的，填写后再试。',
      en: 'What is dangerous takes people of 18 or more; whoever has not given a birth date in their profile can do so and try again.',
    },
  },
  'guardian-consent-missing': {
    status: 409,
    title: { 'zh-CN': '需要监护人同意', en: 'A guardian has to agree' },
    detail: {
      'zh-CN': '未满 18 周岁者须经监护人同意，在志愿者档案中填写监护人后即可报名。',
      en: 'Under 18 it takes the consent of a guardian; once the volunteer profile names one, signing up is possible.',
    },
  },
  'insurance-missing': {
    status: 409,
    title: { 'zh-CN': '尚未办理意外保险', en: 'Accident cover is not in place yet' },
    detail: {
      'zh-CN': '有风险的活动须先为志愿者办理人身意外伤害保险，办妥后开放报名。',
      en: 'A dangerous activity takes accident cover for its volunteers first; signing up opens once it is there.',
    },
  },
  'skill-missing': {
    status: 409,
    title: { 'zh-CN': '此班次需要特定技能', en: 'The shift asks for a skill' },
    detail: {
      'zh-CN': '志愿者档案中尚无此班次所需的技能。',
      en: 'The volunteer profile does not name a skill that this shift needs.',
    },
  },
  'skill-expires': {
    status: 409,
    title: { 'zh-CN': '所需证书在班次结束前到期', en: 'A certificate ends before the shift does' },
    detail: {
      'zh-CN': '此班次所需技能的证书届时已过有效期，复训换证并登记后即可报名。',
      en: 'This shift needs a skill whose certificate will be over by then; once it is renewed and entered, signing up is possible.',
    },
  },
  'too-many-calendar-links': {
    status: 409,
    title: { 'zh-CN': '日历链接数量已达上限', en: 'There are as many calendar links as there can be' },
    detail: {
      'zh-CN': '每人最多 {most} 个日历链接，停用不再需要的链接后即可新建。',
      en: 'A person has up to {most} of them; after one is revoked there is room for another.',
    },
  },
  'shift-full': {
    status: 409,
    title: { 'zh-CN': '班次已满', en: 'The shift is full' },
    detail: { 'zh-CN': '有人退出后方可再安排。', en: 'A seat has to become free first.' },
  },
  'nothing-to-match': {
    status: 409,
    title: { 'zh-CN': '没有待安排的班次', en: 'There is no shift to fill' },
    detail: {
      'zh-CN': '所选活动中没有尚未开始的班次。',
      en: 'None of the events has a shift that has yet to begin.',
    },
  },
  'matching-unfinished': {
    status: 409,
    title: { 'zh-CN': '匹配尚无结果', en: 'The run has no plan yet' },
    detail: { 'zh-CN': '匹配完成后即可确认名单。', en: 'Its proposals can be confirmed once it has ended.' },
  },
  'matching-confirmed': {
    status: 409,
    title: { 'zh-CN': '名单已确认', en: 'The plan is confirmed already' },
    detail: { 'zh-CN': '已确认的名单请在班次中调整。', en: 'What is confirmed is changed in the shifts themselves.' },
  },
  'reason-missing': {
    status: 409,
    title: { 'zh-CN': '请说明理由', en: 'A reason is needed' },
    detail: {
      'zh-CN': '此安排与志愿者填写的时间、距离或协调员的排除不符，注明理由后可以调整。',
      en: 'It goes against what the volunteer has said of time or distance, or what was ruled out; with a reason it can be done.',
    },
  },
  'matching-conflicts': {
    status: 409,
    title: { 'zh-CN': '名单中有人已不能到岗', en: 'Somebody of the plan can no longer come' },
    detail: {
      'zh-CN': '匹配之后情况有变，{conflicts} 人次无法安排；名单未确认，重新匹配后再试。',
      en: 'Things have changed since: {conflicts} of the proposals no longer hold. Nobody was given a seat; another run finds others.',
    },
  },
});
