export type ServiceName = 'gateway' | 'donations' | 'volunteers' | 'notifications';
