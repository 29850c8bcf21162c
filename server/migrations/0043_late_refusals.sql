-- That we go too fast, said only after a message was taken: the process that hears of it is seldom the one that sends.
alter table channel_lease add column refused_code integer, add column refused_request_at timestamptz;
